import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isFieldName, isFieldValue } from "../../lib/mcp/header-field.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads `Name: value`, and `@FILE` with such lines (blank ones and those that begin with # are left out). `${VARIABLE}` stays as it is,
 * to be filled at each connect; here it only has to be in `env`. Throws a `UsageError` that never repeats a value.
 */
export function readHeaderOptions(given: readonly string[], env: Readonly<Record<string, string | undefined>>, cwd: string): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const option of given) {
		const lines = option.startsWith("@") ? readHeaderFile(resolve(cwd, option.slice(1))) : [{ text: option, from: "-H" }];
		for (const { text, from } of lines) {
			const colon = text.indexOf(":");
			const name = text.slice(0, Math.max(0, colon)).trim();
			if (!isFieldName(name)) throw new UsageError(`${from}: a header is 'Name: value'${colon < 0 ? ", and the colon is missing" : ""}`);
			const value = text.slice(colon + 1).trim();
			if (!isFieldValue(value)) throw new UsageError(`${from}: the value of ${name} holds a control character`);
			for (const [, variable = ""] of value.matchAll(/\$\{(\w+)\}/g))
				if (env[variable] === undefined) throw new UsageError(`${from}: ${name} wants ${variable}, which is not set here`);
			headers[name] = value;
		}
	}
	return headers;
}

function readHeaderFile(path: string): { text: string; from: string }[] {
	try {
		return readFileSync(path, "utf8")
			.split(/\r?\n/)
			.map((line, at) => ({ text: line.trim(), from: `-H @${path}, line ${at + 1}` }))
			.filter(({ text }) => text !== "" && !text.startsWith("#"));
	} catch (error) {
		throw new UsageError(`-H @${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}
