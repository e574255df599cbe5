import { Check, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import type { Verdict } from "@/lib/client/validate-in-worker.ts";
import type { ToolResult } from "@/lib/mcp/read-tool-result.ts";

export type SchemaWordProps = {
	result: ToolResult;
	verdict: Verdict | undefined;
	/** the tool declares an output schema */
	declares: boolean;
};

/** How structured content stands to the output schema. */
export function SchemaWord({ result, verdict, declares }: SchemaWordProps) {
	if (!declares) return <span className="cut text-text-3">no output schema declared</span>;
	if (result.structured === undefined)
		return (
			<Word icon={CircleX} tone="text-error">
				no structured content, though an output schema is declared
			</Word>
		);
	if (!verdict) return <span className="text-text-3">checking…</span>;
	if (verdict.state === "matches")
		return (
			<Word icon={Check} tone="text-ok">
				matches output schema
			</Word>
		);
	if (verdict.state === "differs")
		return (
			<Word icon={CircleX} tone="text-error">
				{verdict.differences.length} {verdict.differences.length === 1 ? "difference" : "differences"} from the output schema
			</Word>
		);
	return (
		<Word icon={TriangleAlert} tone="text-warn">
			{verdict.state === "timeout" ? "not judged: the output schema took longer than 1 s" : `not judged: ${verdict.reason}`}
		</Word>
	);
}

function Word({ icon, tone, children }: { icon: LucideIcon; tone: string; children: ReactNode }) {
	return (
		<span className={cx("flex min-w-0 items-center gap-[5px]", tone)}>
			<Icon of={icon} size="sm" />
			<span className="cut">{children}</span>
		</span>
	);
}
