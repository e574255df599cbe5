import * as z from "zod";
import { EraChoice, HttpChoice } from "../../lib/protocol/target.ts";
import type { OptionDefinition } from "./define-command.ts";

const number = (least: number, most: number, message: string) =>
	z
		.string()
		.regex(/^\d{1,10}$/, message)
		.transform(Number)
		.pipe(z.number().min(least, message).max(most, message));
const flag = z.boolean().default(false);

/** Options of the bridge: every command has them. */
export const bridgeOptions: readonly OptionDefinition[] = [
	{ flags: "--port <number>", summary: "port of the page on 127.0.0.1; 0 takes any free one (default: 6290, or the next free one)" },
	{ flags: "--no-open", summary: "do not open a browser; the URL is printed" },
	{ flags: "--json", summary: "print one line of JSON on stdout: url, port and pid" },
	{ flags: "--data-dir <dir>", summary: "where captures, settings and Python environments are kept" },
	{ flags: "--public-url <url>", summary: "the URL under which a forwarded port is reached; adds exactly its host and origin" },
	{ flags: "--keep-secrets", summary: "keep credentials in captures instead of their fingerprints" },
	{ flags: "--dev-origin <origin>", summary: "origin of the development server of the page", hidden: true },
];

export const BridgeChoices = z.object({
	port: number(0, 65_535, "a port is a number from 0 to 65535").optional(),
	open: z.boolean().default(true),
	json: flag,
	dataDir: z.string().optional(),
	publicUrl: z.url({ protocol: /^https?$/, error: "a URL such as https://name.example:8443 is wanted" }).optional(),
	keepSecrets: flag,
	devOrigin: z.string().optional(),
});
export type BridgeChoices = z.infer<typeof BridgeChoices>;

/** Options of the server under inspection: every command that starts one has them. */
export const serverOptions: readonly OptionDefinition[] = [
	{ flags: "--env <NAME=VALUE|NAME>", summary: "an environment variable for the server; NAME alone takes its value from here", many: true },
	{ flags: "--env-file <file>", summary: "a file of NAME=VALUE lines", many: true },
	{ flags: "--clean-env", summary: "do not pass our whole environment on, only HOME, PATH, USER and the like" },
	{ flags: "--cwd <dir>", summary: "working directory of the server (default: this one)" },
	{ flags: "--era <era>", summary: "auto, legacy, modern or a protocol version such as 2025-06-18 (default: auto)" },
	{ flags: "--timeout <ms>", summary: "give a call up after this many milliseconds (default: never)" },
];

export const ServerChoices = z.object({
	env: z.array(z.string()).default([]),
	envFile: z.array(z.string()).default([]),
	cleanEnv: flag,
	cwd: z.string().optional(),
	era: z
		.string()
		.default("auto")
		.refine((era): era is EraChoice => EraChoice.safeParse(era).success, {
			error: ({ input }) => `${String(input)} is no era; there are ${EraChoice.options.join(", ")}`,
		}),
	timeout: number(1, 2 ** 31 - 1, "a number of milliseconds is wanted").optional(),
});
export type ServerChoices = z.infer<typeof ServerChoices>;

/** Options of a server that is started from a source file. */
export const fileOptions: readonly OptionDefinition[] = [
	{ flags: "--with <package>", summary: "a Python package that the server needs as well", many: true },
	{ flags: "-e, --with-editable <path>", summary: "a Python project to install in place", many: true },
	{ flags: "--python <path>", summary: "the Python interpreter, or with uv its version" },
];

export const FileChoices = z.object({
	with: z.array(z.string()).default([]),
	withEditable: z.array(z.string()).default([]),
	python: z.string().optional(),
});
export type FileChoices = z.infer<typeof FileChoices>;

/** Options of a server that is reached by a URL. */
export const urlOptions: readonly OptionDefinition[] = [
	{ flags: "-H, --header <header>", summary: "a header 'Name: value', 'Name: ${VARIABLE}' from the environment, or @FILE with such lines", many: true },
	{ flags: "--transport <transport>", summary: "auto, http (Streamable HTTP) or sse (HTTP+SSE) (default: auto)" },
];

export const UrlChoices = z.object({ header: z.array(z.string()).default([]), transport: HttpChoice.default("auto") });
export type UrlChoices = z.infer<typeof UrlChoices>;

/** Options of the commands that read what servers offer, without a page: those of every kind of server. */
export const readingOptions: readonly OptionDefinition[] = [
	...serverOptions.map((option) =>
		option.flags.startsWith("--timeout ") ? { ...option, summary: "give up after this many milliseconds (default: 60000)" } : option,
	),
	...fileOptions,
	...urlOptions,
	...bridgeOptions.filter(({ flags }) => flags.startsWith("--data-dir ")),
];

export const ReadingChoices = z.object({
	...ServerChoices.shape,
	...FileChoices.shape,
	...UrlChoices.shape,
	...BridgeChoices.pick({ dataDir: true }).shape,
});
export type ReadingChoices = z.infer<typeof ReadingChoices>;
