import { isObject } from "../capture/read-frame.ts";
import type { Answer } from "./recorder.ts";

/** A sentence on an answer that is an error. */
export function describeError(method: string, answer: Answer): string {
	const error = answer.message?.error;
	const { code, message } = isObject(error) ? error : {};
	return `${method} was refused${typeof code === "number" ? ` with ${code}` : ""}${typeof message === "string" ? `: ${message.slice(0, 300)}` : ""}.`;
}
