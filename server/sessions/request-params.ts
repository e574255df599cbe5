import { parseExact } from "../../lib/mcp/exact-json.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { isObject } from "../capture/read-frame.ts";

/** The parameters of a request as a page sends them: JSON text, whose digits stay as they are. Throws `bad-params`. */
export function readParams(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = text.trim() === "" ? {} : parseExact(text);
	} catch (error) {
		throw new Problem("bad-params", `The parameters are not JSON: ${error instanceof Error ? error.message : error}`);
	}
	if (!isObject(value)) throw new Problem("bad-params", "The parameters of a request are a JSON object.");
	return { ...value };
}

/** What a request is about: the tool's, prompt's or resource's name. */
export function subjectOf(params: Record<string, unknown>): string {
	const { name, uri } = params;
	return typeof name === "string" ? name : typeof uri === "string" ? uri : "";
}
