import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { type ApiName, api, type Endpoint, type ParsedParamsOf, type ReplyOf } from "../../lib/protocol/api.ts";
import { Problem } from "../../lib/protocol/problem.ts";
import { BODY_LIMIT } from "./guard.ts";

/** One handler per call of the contract; a missing one does not compile. */
export type Handlers = { readonly [Name in ApiName]: (params: ParsedParamsOf<Name>) => ReplyOf<Name> | Promise<ReplyOf<Name>> };

/** Mounts every call of the contract. What does not fit its schema is refused with 400 and the place of the misfit. */
export function mountApi(app: Hono, handlers: Handlers): void {
	for (const name of Object.keys(api) as ApiName[]) mount(app, api[name], handlers[name] as (params: unknown) => unknown);
}

function mount(app: Hono, endpoint: Endpoint, handler: (params: unknown) => unknown): void {
	app.on(endpoint.method, endpoint.path, async (c) => {
		const given = { ...(endpoint.method === "GET" ? c.req.query() : await readBody(c)), ...c.req.param() };
		const params = endpoint.params.safeParse(given);
		if (!params.success) {
			const issue = params.error.issues[0];
			throw new Problem("bad-request", `${endpoint.method} ${endpoint.path}: ${issue?.path.join(".") || "body"}: ${issue?.message}`, { status: 400 });
		}
		return c.json((await handler(params.data)) ?? {}, endpoint.status as 200);
	});
}

/** Reads a JSON object, counting bytes as they come: a length header can be absent or lie. */
async function readBody(c: Context): Promise<Record<string, unknown>> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	// the request as Node has it: a web stream of it costs more than all that a call does
	for await (const chunk of (c.env as HttpBindings).incoming as AsyncIterable<Uint8Array>) {
		bytes += chunk.length;
		if (bytes > BODY_LIMIT) throw new Problem("body-too-large", `The body is larger than ${BODY_LIMIT >> 20} MB.`, { status: 413 });
		chunks.push(chunk);
	}
	if (bytes === 0) return {};
	try {
		const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
		if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
	} catch {
		// below
	}
	throw new Problem("bad-request", "The body is not a JSON object.", { status: 400 });
}
