import { Badge } from "@/components/ui/badge.tsx";
import { type Change, severities } from "@/lib/mcp/change.ts";
import { severityTones } from "./severity-tones.ts";

/** "1 breaking, 2 info", as badges. */
export function ChangeCounts({ changes }: { changes: readonly Change[] }) {
	return severities.map((severity) => {
		const count = changes.filter((change) => change.severity === severity).length;
		return (
			count > 0 && (
				<Badge key={severity} tone={severityTones[severity]}>
					{count} {severity === "warning" && count > 1 ? "warnings" : severity}
				</Badge>
			)
		);
	});
}
