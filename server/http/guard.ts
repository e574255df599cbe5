import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { Problem } from "../../lib/protocol/problem.ts";

export const BODY_LIMIT = 64 << 20;

/** Which hosts and origins this bridge answers to, exactly as browsers write them. */
export type Allowed = { hosts: ReadonlySet<string>; origins: ReadonlySet<string> };

/** The loopback names of a port, plus what a forwarded port or the development server adds. */
export function allowedFor(port: number, extra: { publicUrl?: string | undefined; devOrigin?: string | undefined }): Allowed {
	const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
	const origins = new Set([...hosts].map((host) => `http://${host}`));
	if (extra.publicUrl !== undefined) {
		const url = new URL(extra.publicUrl);
		hosts.add(url.host);
		origins.add(url.origin);
	}
	if (extra.devOrigin !== undefined) origins.add(new URL(extra.devOrigin).origin);
	return { hosts, origins };
}

/** Refuses what a page of another site can make a browser send: DNS rebinding (Host), cross-site calls (Origin, Sec-Fetch-Site). */
export function checkOrigin(allowed: () => Allowed): MiddlewareHandler {
	return async (c, next) => {
		const { hosts, origins } = allowed();
		const host = c.req.header("host") ?? "";
		if (!hosts.has(host))
			throw new Problem("host-refused", `This inspector does not answer to the host ${JSON.stringify(host)}.`, {
				status: 403,
				hint: "Open it by the URL that it printed, or start it with --public-url.",
			});
		if (!c.req.path.startsWith("/api/")) return next();
		const origin = c.req.header("origin");
		if (origin !== undefined && !origins.has(origin)) throw new Problem("origin-refused", `Calls from ${JSON.stringify(origin)} are refused.`, { status: 403 });
		const site = c.req.header("sec-fetch-site");
		if (site !== undefined && site !== "same-origin" && site !== "none")
			throw new Problem("site-refused", "Calls from another site are refused.", { status: 403 });
		return next();
	};
}

/** Every call of the API carries the token of the URL that the inspector printed. */
export function checkToken(token: string): MiddlewareHandler {
	const expected = Buffer.from(`Bearer ${token}`);
	return async (c, next) => {
		const given = Buffer.from(c.req.header("authorization") ?? "");
		// lengths are no secret; contents are compared in constant time
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
			throw new Problem("token-missing", "The token is missing or belongs to another inspector.", {
				status: 401,
				hint: "Open the URL that the inspector printed in the terminal.",
			});
		}
		return next();
	};
}

/** A form of another site can send text/plain without asking; it cannot send JSON. */
export function checkBody(): MiddlewareHandler {
	return async (c, next) => {
		if (c.req.method === "GET" || c.req.method === "HEAD") return next();
		if (c.req.method !== "POST") throw new Problem("method-refused", `${c.req.method} is not used here.`, { status: 405 });
		if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
			throw new Problem("json-only", "The body must be application/json.", { status: 415 });
		if (Number(c.req.header("content-length") ?? 0) > BODY_LIMIT)
			throw new Problem("body-too-large", `The body is larger than ${BODY_LIMIT >> 20} MB.`, { status: 413 });
		return next();
	};
}
