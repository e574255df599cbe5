import type { Severity } from "./change.ts";

/** Callers send what an input schema describes, and read what an output schema describes: the same change means the opposite. */
export type SchemaRole = "input" | "output";

/** What each way in which a schema can change does to callers. */
export const schemaRules = {
	"type narrowed": { input: "breaking", output: "info" },
	"type widened": { input: "info", output: "breaking" },
	"type replaced": { input: "breaking", output: "breaking" },
	"value gone": { input: "breaking", output: "info" },
	"value new": { input: "info", output: "warning" },
	"limit narrowed": { input: "warning", output: "info" },
	"limit widened": { input: "info", output: "warning" },
	"limit other": { input: "warning", output: "warning" },
	/** where other members are allowed, callers that still send it are not refused */
	"property gone": { input: "warning", output: "breaking" },
	"property refused": { input: "breaking", output: "breaking" },
	"property new": { input: "info", output: "info" },
	"required property new": { input: "breaking", output: "info" },
	"now required": { input: "breaking", output: "info" },
	"now optional": { input: "info", output: "warning" },
	"others refused": { input: "warning", output: "info" },
	"others allowed": { input: "info", output: "info" },
	/** keywords of which can be said that they changed, but not how */
	"rules changed": { input: "warning", output: "warning" },
	"words changed": { input: "info", output: "info" },
	"not compared": { input: "warning", output: "warning" },
} satisfies Record<string, Readonly<Record<SchemaRole, Severity>>>;

export type SchemaRule = keyof typeof schemaRules;
