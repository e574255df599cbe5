import { basename } from "node:path";
import type { Launch } from "../../lib/protocol/session.ts";
import type { Target, TargetKind } from "../../lib/protocol/target.ts";
import { maskArguments, maskUrl } from "../storage/mask-credentials.ts";

/** What a target is called until its server says its name. A new kind does not compile until it has one. */
const labels: { [Kind in TargetKind]: (target: Extract<Target, { kind: Kind }>) => string } = {
	file: (target) => basename(target.file) + (target.object === undefined ? "" : `:${target.object}`),
	command: (target) => [basename(target.command), ...maskArguments(target.args)].join(" ").slice(0, 80),
	demo: () => "demo server",
	url: (target) => new URL(target.url).host,
};

export function describeTarget(target: Target): string {
	const label = labels[target.kind] as (target: Target) => string;
	return label(target);
}

/** A launch as it may be shown and recorded. */
export function maskLaunch(launch: Launch): Launch {
	return { ...launch, command: launch.transport === "stdio" ? launch.command : maskUrl(launch.command), args: maskArguments(launch.args) };
}
