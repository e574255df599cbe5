import { isFieldName, isFieldValue } from "../../lib/mcp/header-field.ts";
import { parseTargetText } from "../../lib/mcp/parse-target.ts";
import { quoteCommand } from "../../lib/mcp/split-command.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { type DraftValue, Target, type TargetDraft } from "../../lib/protocol/target.ts";
import { isMasked, maskArguments, maskUrl } from "../storage/mask-credentials.ts";

/** The line that a person would type for this target; secrets in it are fingerprints. The example server has none. */
export function targetText(target: Target): string {
	if (target.kind === "demo") return "";
	if (target.kind === "url") return maskUrl(target.url);
	const first = target.kind === "file" ? target.file + (target.object === undefined ? "" : `:${target.object}`) : target.command;
	return quoteCommand([first, ...maskArguments(target.args)]);
}

/** A target as a page edits it: names of the environment and of headers, no values. */
export function draftOf(target: Target): TargetDraft {
	const names = (values: Readonly<Record<string, string>>) => Object.keys(values).map((name) => ({ name }));
	return {
		text: targetText(target),
		env: names(target.env),
		headers: target.kind === "url" ? names(target.headers) : [],
		cwd: target.cwd ?? "",
		cleanEnv: target.cleanEnv,
		era: target.era,
		http: target.kind === "url" ? target.http : "auto",
		timeoutMs: target.timeoutMs ?? null,
		connectTimeoutMs: target.connectTimeoutMs,
	};
}

/**
 * The target that a draft makes of `before`. A value that the draft leaves out, and a fingerprint in its text, stay what they were.
 * Throws what `parseTargetText` throws, `draft-name`, `draft-value` and `target-masked`.
 */
export function applyDraft(before: Target, draft: TargetDraft): Target {
	const { timeoutMs: _, cwd: __, ...kept } = before;
	const shared = {
		env: fill(draft.env, before.env, "variable", (name) => !/[=\0]/.test(name)),
		cleanEnv: draft.cleanEnv,
		era: draft.era,
		connectTimeoutMs: draft.connectTimeoutMs,
		watch: before.watch,
		...(draft.cwd.trim() !== "" && { cwd: draft.cwd.trim() }),
		...(draft.timeoutMs !== null && { timeoutMs: draft.timeoutMs }),
	};
	if (before.kind === "demo") return Target.parse({ ...kept, ...shared });
	const parsed = parseTargetText(draft.text);
	if (parsed.kind === "url") {
		const known = before.kind === "url" ? before : undefined;
		const headers = fill(draft.headers, known?.headers ?? {}, "header", isFieldName);
		return checked({ kind: "url", url: whole(parsed.url, known ? [known.url] : [], maskUrl), headers, http: draft.http, ...shared });
	}
	const known = before.kind === "url" ? [] : before.args;
	const masked = maskArguments(known);
	const args = parsed.args.map((arg) => whole(arg, known, (one) => masked[known.indexOf(one)] ?? one));
	// packages and interpreter have no place in the line
	const extras =
		before.kind === "file" && parsed.kind === "file"
			? { with: before.with, withEditable: before.withEditable, reload: before.reload, ...(before.python !== undefined && { python: before.python }) }
			: {};
	return checked({ ...parsed, ...extras, args, ...shared });
}

/** Which fields of a target differ, in the words of the page. */
export function changedFields(before: Target, after: Target): string[] {
	if (before === after) return [];
	const text = before.kind === after.kind && JSON.stringify(lineOf(before)) === JSON.stringify(lineOf(after)) ? [] : [after.kind === "url" ? "URL" : "command"];
	const of = (target: Target) => ({
		environment: [target.env, target.cleanEnv],
		headers: target.kind === "url" ? target.headers : {},
		transport: target.kind === "url" ? target.http : "stdio",
		folder: target.cwd ?? "",
		era: target.era,
		timeouts: [target.timeoutMs ?? null, target.connectTimeoutMs],
	});
	const [one, other] = [of(before), of(after)];
	const names = Object.keys(one) as (keyof typeof one)[];
	return [...text, ...names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]))];
}

function lineOf(target: Target): unknown {
	if (target.kind === "demo") return [];
	if (target.kind === "url") return target.url;
	return target.kind === "file" ? [target.file, target.object, target.args] : [target.command, target.args];
}

function fill(
	drafted: readonly DraftValue[],
	known: Readonly<Record<string, string>>,
	what: "variable" | "header",
	isName: (name: string) => boolean,
): Record<string, string> {
	const filled: Record<string, string> = {};
	for (const { name: typed, value } of drafted) {
		const name = typed.trim();
		if (name === "" || !isName(name)) throw new Problem("draft-name", `“${typed}” is no name of a ${what}.`, { status: 400 });
		if (Object.hasOwn(filled, name)) throw new Problem("draft-name", `The ${what} ${name} is there twice.`, { status: 400, hint: "Remove one of them." });
		const kept = value ?? known[name];
		if (kept === undefined) throw new Problem("draft-value", `The ${what} ${name} has no value.`, { status: 400, hint: "Type one, or remove it." });
		if (what === "header" && !isFieldValue(kept))
			throw new Problem("draft-value", `The value of the header ${name} holds a control character.`, { status: 400 });
		filled[name] = kept;
	}
	return filled;
}

/** A text whose fingerprints are replaced by what they stand for. */
function whole(text: string, known: readonly string[], mask: (text: string) => string): string {
	const found = known.find((one) => mask(one) === text);
	if (found !== undefined) return found;
	if (isMasked(text)) throw new Problem("target-masked", "A fingerprint stands where a secret belongs.", { status: 400, hint: "Type its value." });
	return text;
}

function checked(target: unknown): Target {
	const parsed = Target.safeParse(target);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new Problem("draft-value", `${issue?.path.join(".") ?? "The target"}: ${issue?.message ?? "is not valid"}.`, { status: 400 });
}
