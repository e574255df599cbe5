import "./without-eval.ts";
import { type ApiName, api, type ParamsOf, type ReplyOf, rawPath } from "../protocol/api.ts";
import { Problem, ProblemData } from "../protocol/problem.ts";
import { readToken } from "./token.ts";

/** How to reach the bridge; tests give their own. */
export type BridgeAccess = { fetch: typeof fetch; token: () => string | undefined };

const fromPage: BridgeAccess = { fetch: (input, init) => fetch(input, init), token: readToken };

/**
 * Makes one call of the API and returns its checked reply. Throws a `Problem`: the bridge's own, `bridge-gone` when nothing answers, or
 * `bridge-reply` when the answer is not what the contract says. An abort throws the signal's reason.
 */
export async function callBridge<Name extends ApiName>(
	name: Name,
	params: ParamsOf<Name>,
	options: { signal?: AbortSignal; access?: BridgeAccess } = {},
): Promise<ReplyOf<Name>> {
	const endpoint = api[name];
	const { path, rest } = fillPath(endpoint.path, params as Record<string, unknown>);
	const isGet = endpoint.method === "GET";
	const init: RequestInit = { method: endpoint.method, signal: options.signal ?? null };
	if (!isGet) {
		init.body = JSON.stringify(rest);
		init.headers = { "Content-Type": "application/json" };
	}
	const response = await send(isGet ? path + toQuery(rest) : path, init, options.access ?? fromPage);
	const body: unknown = response.status === 204 ? {} : await response.json().catch(() => undefined);
	const reply = endpoint.reply.safeParse(body ?? {});
	if (!reply.success)
		throw new Problem("bridge-reply", `The bridge answered ${name} with something else than agreed. Reload the page.`, {
			details: { issues: reply.error.issues },
		});
	return reply.data as ReplyOf<Name>;
}

/** Bytes `from` … `to` (excluded) of an entry's body, all of them by default, and the length of the whole body. */
export async function readRaw(
	seq: number,
	from?: number,
	to?: number,
	options: { signal?: AbortSignal; access?: BridgeAccess } = {},
): Promise<{ bytes: Uint8Array; total: number }> {
	const path = from === undefined && to === undefined ? rawPath(seq) : rawPath(seq, from ?? 0, to ?? Number.MAX_SAFE_INTEGER);
	const response = await send(path, { signal: options.signal ?? null }, options.access ?? fromPage);
	const bytes = new Uint8Array(await response.arrayBuffer());
	return { bytes, total: Number(response.headers.get("X-Total-Bytes") ?? bytes.length) };
}

/** Puts `:name` parameters into the path; the others are `rest`. */
export function fillPath(pattern: string, params: Record<string, unknown>): { path: string; rest: Record<string, unknown> } {
	const rest = { ...params };
	const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
		const value = rest[name];
		delete rest[name];
		return encodeURIComponent(String(value));
	});
	return { path, rest };
}

function toQuery(params: Record<string, unknown>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
	const text = query.toString();
	return text && `?${text}`;
}

async function send(path: string, init: RequestInit, access: BridgeAccess): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set("Authorization", `Bearer ${access.token() ?? ""}`);
	let response: Response;
	try {
		response = await access.fetch(path, { ...init, headers, cache: "no-store", credentials: "omit" });
	} catch (cause) {
		init.signal?.throwIfAborted();
		throw new Problem("bridge-gone", "mcp-inspect does not answer. Was it stopped in its terminal?", { cause });
	}
	if (response.ok) return response;
	throw await readProblem(response);
}

async function readProblem(response: Response): Promise<Problem> {
	const body: unknown = await response.json().catch(() => undefined);
	const given = typeof body === "object" && body !== null && "error" in body ? ProblemData.safeParse(body.error) : undefined;
	if (!given?.success) return new Problem("bridge-status", `mcp-inspect answered with HTTP status ${response.status}.`, { status: response.status });
	const { code, message, hint, details } = given.data;
	return new Problem(code, message, { status: response.status, ...(hint && { hint }), ...(details && { details }) });
}
