import { basename } from "node:path";
import type { Target, TargetKind } from "../../lib/protocol/target.ts";

/** What a target is called until its server says its name. A new kind does not compile until it has one. */
const labels: { [Kind in TargetKind]: (target: Extract<Target, { kind: Kind }>) => string } = {
	file: (target) => basename(target.file) + (target.object === undefined ? "" : `:${target.object}`),
	command: (target) => [basename(target.command), ...target.args].join(" ").slice(0, 80),
	demo: () => "demo server",
	url: (target) => new URL(target.url).host,
};

export function describeTarget(target: Target): string {
	const label = labels[target.kind] as (target: Target) => string;
	return label(target);
}
