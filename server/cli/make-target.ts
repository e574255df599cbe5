import type * as z from "zod";
import { splitFileSpec } from "../../lib/mcp/split-file-spec.ts";
import { CommandTarget, FileTarget, type Target, UrlTarget } from "../../lib/protocol/target.ts";
import { requirePath } from "../launch/require-file.ts";
import { readEnvOptions } from "./read-env-options.ts";
import { readHeaderOptions } from "./read-header-options.ts";
import { readServerChoices } from "./read-server-choices.ts";
import type { FileChoices, ServerChoices, UrlChoices } from "./shared-options.ts";
import { UsageError } from "./usage-error.ts";

type Watching = Partial<Pick<z.infer<typeof FileTarget>, "reload" | "watch">>;

/** `FILE[:OBJECT]` as it is typed. Throws `file-missing`: a mistyped path is told before anything is opened for it. */
export function makeFileTarget(spec: string, args: readonly string[], options: ServerChoices & FileChoices, watching: Watching): Target {
	const { file, object } = splitFileSpec(spec);
	const { path } = requirePath(file, process.cwd());
	return FileTarget.parse({
		...readServerChoices(options),
		kind: "file",
		file: path,
		object,
		with: options.with,
		withEditable: options.withEditable,
		python: options.python,
		args,
		...watching,
	});
}

export function makeCommandTarget(command: string, args: readonly string[], options: ServerChoices, watching: Pick<Watching, "watch"> = {}): Target {
	return CommandTarget.parse({ ...readServerChoices(options), kind: "command", command, args, ...watching });
}

export function makeUrlTarget(url: string, options: Pick<ServerChoices, "env" | "envFile" | "era" | "timeout"> & UrlChoices): Target {
	const env = readEnvOptions(options, process.env, process.cwd());
	const target = UrlTarget.safeParse({
		kind: "url",
		url,
		headers: readHeaderOptions(options.header, { ...process.env, ...env }, process.cwd()),
		http: options.transport,
		env,
		era: options.era,
		timeoutMs: options.timeout,
	});
	if (!target.success) throw new UsageError(`${url} is no URL of a server; it looks like http://127.0.0.1:8000/mcp`);
	return target.data;
}
