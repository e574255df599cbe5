import type { BadgeTone } from "@/components/ui/badge.tsx";
import type { Severity } from "@/lib/mcp/change.ts";

export const severityTones: Readonly<Record<Severity, BadgeTone>> = { breaking: "error", warning: "warn", info: "info" };
