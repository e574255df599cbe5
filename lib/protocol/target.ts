import * as z from "zod";

/** Protocol eras and revisions that a target can be pinned to; `auto` probes. The list of revisions is data, newest first. */
export const revisions = ["2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"] as const;
export const EraChoice = z.enum(["auto", "legacy", "modern", ...revisions]);
export type EraChoice = z.infer<typeof EraChoice>;

/** Revisions without an initialize handshake. */
export const modernRevisions: readonly string[] = ["2026-07-28"];

const shared = {
	/** environment on top of what the server inherits */
	env: z.record(z.string(), z.string()).default({}),
	/** start from the minimal environment instead of our whole one */
	cleanEnv: z.boolean().default(false),
	/** working directory; our own if absent */
	cwd: z.string().optional(),
	era: EraChoice.default("auto"),
	/** milliseconds that a call may take; none if absent */
	timeoutMs: z.number().int().positive().optional(),
	/** patterns of further files whose change starts the server again, relative to its folder */
	watch: z.array(z.string()).default([]),
	/** milliseconds until connecting is given up, unless it is extended */
	connectTimeoutMs: z.number().int().positive().default(30_000),
};

/** A source file that a launcher turns into a command line, anew at each start. */
export const FileTarget = z.object({
	kind: z.literal("file"),
	file: z.string().min(1),
	/** variable in the file that holds the server, after the last colon of `FILE:OBJECT` */
	object: z.string().optional(),
	with: z.array(z.string()).default([]),
	withEditable: z.array(z.string()).default([]),
	python: z.string().optional(),
	args: z.array(z.string()).default([]),
	/** start again when a source of the server changes */
	reload: z.boolean().default(true),
	...shared,
});

export const CommandTarget = z.object({ kind: z.literal("command"), command: z.string().min(1), args: z.array(z.string()).default([]), ...shared });

/** The example server that ships in the package. */
export const DemoTarget = z.object({ kind: z.literal("demo"), ...shared });

/** How a URL is spoken to: Streamable HTTP, the older HTTP+SSE, or whichever the server answers to. */
export const HttpChoice = z.enum(["auto", "http", "sse"]);
export type HttpChoice = z.infer<typeof HttpChoice>;

/** A server that runs already. */
export const UrlTarget = z.object({
	kind: z.literal("url"),
	url: z.url({ protocol: /^https?$/ }),
	/** sent with every request to the server's own origin, and to no other */
	headers: z.record(z.string(), z.string()).default({}),
	http: HttpChoice.default("auto"),
	...shared,
});

export const Target = z.discriminatedUnion("kind", [FileTarget, CommandTarget, DemoTarget, UrlTarget]);
export type Target = z.infer<typeof Target>;
export type TargetKind = Target["kind"];

/** How a server is reached, once a target is resolved. */
export const transportNames = ["stdio", "http", "sse"] as const;
export type TransportName = (typeof transportNames)[number];

/** A target as pages see it: names of the environment and of headers, never values. */
export const TargetView = z.object({
	kind: z.string(),
	label: z.string(),
	envNames: z.array(z.string()),
	headerNames: z.array(z.string()),
	cwd: z.string(),
	era: EraChoice,
	timeoutMs: z.number().optional(),
});
export type TargetView = z.infer<typeof TargetView>;

/** A value that a page may replace and never reads: without `value` it stays what it is. */
export const DraftValue = z.object({ name: z.string(), value: z.string().optional() });
export type DraftValue = z.infer<typeof DraftValue>;

/** A target as it is edited. Secrets in `text` are fingerprints, which stand for the value that is known. */
export const TargetDraft = z.object({
	/** the command line, file or URL as it is typed on the home page; empty for the example server */
	text: z.string().max(8_192),
	env: z.array(DraftValue).max(1_000),
	headers: z.array(DraftValue).max(200),
	cwd: z.string(),
	cleanEnv: z.boolean(),
	era: EraChoice,
	http: HttpChoice,
	/** a number of milliseconds, or nothing for none */
	timeoutMs: z.number().int().positive().max(2_147_483_647).nullable(),
	connectTimeoutMs: z.number().int().positive().max(2_147_483_647),
});
export type TargetDraft = z.infer<typeof TargetDraft>;

/** A target used before, offered on the home page. */
export const RecentTarget = z.object({
	/** what stands in the field of the home page when it is chosen */
	text: z.string(),
	target: Target,
	usedAt: z.number(),
	outcome: z.string(),
});
export type RecentTarget = z.infer<typeof RecentTarget>;
