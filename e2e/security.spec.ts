import { readdirSync, readFileSync, statSync } from "node:fs";
import { type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { api } from "../lib/protocol/api.ts";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { commandOf } from "./setup/marked-processes.ts";
import { callTool, connected, listed } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** One request with full control of its headers (fetch does not let a test set Host or Origin). */
function ask(bridge: StartedCli, path: string, options: RequestOptions & { body?: string } = {}): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const { body, headers, ...rest } = options;
		const outgoing = request({ host: "127.0.0.1", port: bridge.port, path, ...rest, headers: { Connection: "close", ...headers } }, (incoming) => {
			let text = "";
			incoming.on("data", (chunk: Buffer) => {
				text += chunk.toString("utf8");
				if (incoming.headers["content-type"]?.startsWith("text/event-stream")) incoming.destroy();
			});
			incoming.on("close", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }));
		});
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}

const bearer = (bridge: StartedCli) => ({ Authorization: `Bearer ${bridge.token}` });
const json = { "Content-Type": "application/json" };
const paths = [
	...Object.values(api).map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, "1") })),
	{ method: "GET", path: "/api/stream" },
	{ method: "GET", path: "/api/entries/1/raw" },
];

test("R1: it listens on loopback only", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const outside = Object.values(networkInterfaces())
		.flat()
		.filter((address) => address && !address.internal && address.family === "IPv4");
	for (const address of outside) {
		const reached = await new Promise<boolean>((resolve) => {
			const socket = connect({ host: address?.address ?? "", port: bridge.port, timeout: 1_000 });
			socket.on("connect", () => resolve(true));
			socket.on("error", () => resolve(false));
			socket.on("timeout", () => resolve(false));
		});
		expect(reached).toBe(false);
	}
	if (process.platform === "linux") {
		const hex = bridge.port.toString(16).toUpperCase().padStart(4, "0");
		const listening = ["/proc/net/tcp", "/proc/net/tcp6"]
			.flatMap((file) => readFileSync(file, "utf8").split("\n"))
			.filter((line) => / 0A /.test(line) && line.includes(`:${hex} `));
		expect(listening.length).toBeGreaterThan(0);
		for (const line of listening) expect(line).toContain(`0100007F:${hex}`);
	}
});

test("R2: every call of the API needs the token, and a refusal tells nothing", async ({ startServer }) => {
	const bridge = await startServer("plain");
	await connected(bridge);
	for (const { method, path } of paths) {
		for (const headers of [
			{},
			{ Authorization: "Bearer " },
			{ Authorization: `Bearer ${"0".repeat(bridge.token.length)}` },
			{ Authorization: `Basic ${bridge.token}` },
			{ Cookie: `token=${bridge.token}` },
		]) {
			const answer = await ask(bridge, path, { method, headers: { ...headers, ...(method === "POST" && json) }, ...(method === "POST" && { body: "{}" }) });
			expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(401);
			expect(answer.body).not.toContain(bridge.token);
		}
		const query = await ask(bridge, `${path}?token=${bridge.token}`, {
			method,
			headers: method === "POST" ? json : {},
			...(method === "POST" && { body: "{}" }),
		});
		expect(query.status, `${method} ${path} with the token in the query`).toBe(401);
	}
});

test("R2, R3: the token is 256 bits and stands in no document, argument list, log or journal", async ({ startServer, open }) => {
	const bridge = await startServer("plain");
	const session = await listed(bridge);
	expect(Buffer.from(bridge.token, "base64url").length >= 32 || /^[0-9a-f]{64}$/.test(bridge.token)).toBe(true);
	await callTool(bridge, session, "echo");
	for (const path of ["/", "/tools", "/index.html", "/tools.html", "/404"]) expect((await ask(bridge, path)).body).not.toContain(bridge.token);
	for (const pid of bridge.left()) expect(commandOf(pid)).not.toContain(bridge.token);
	expect(bridge.stdout().split("\n").filter(Boolean), "one line on stdout").toHaveLength(1);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	expect(page.url()).not.toContain(bridge.token);
	expect(await page.evaluate(() => history.length), "erased by replaceState, not by another entry").toBeLessThanOrEqual(2);
	expect(await page.evaluate(() => document.cookie)).toBe("");
	for (const file of readdirSync(bridge.dataDir, { recursive: true, withFileTypes: true })) {
		const path = join(file.parentPath, file.name);
		if (process.platform !== "win32") expect(statSync(path).mode & 0o077, `${path} is private`).toBe(0);
		if (file.isFile()) expect(readFileSync(path, "latin1"), path).not.toContain(bridge.token);
	}
});

test("R4: only the exact Host is served (DNS rebinding)", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const good = `127.0.0.1:${bridge.port}`;
	expect((await ask(bridge, "/api/sessions", { headers: { ...bearer(bridge), Host: good } })).status).toBe(200);
	for (const host of [
		"evil.example",
		`evil.example:${bridge.port}`,
		"127.0.0.1",
		`127.0.0.1:${bridge.port + 1}`,
		`0.0.0.0:${bridge.port}`,
		`127.0.0.1.evil.example:${bridge.port}`,
		`127.0.0.1:${bridge.port}@evil.example`,
	]) {
		const answer = await ask(bridge, "/api/sessions", { headers: { ...bearer(bridge), Host: host } });
		expect(answer.status, host).toBeGreaterThanOrEqual(400);
		expect(answer.body).not.toContain("sessions");
	}
});

test("R4: foreign, null and cross-site callers are refused even with the token", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const refused: Record<string, string>[] = [
		{ Origin: "https://evil.example" },
		{ Origin: "null" },
		{ Origin: `http://localhost:${bridge.port + 1}` },
		{ Origin: `https://127.0.0.1:${bridge.port}` },
		{ Origin: `http://127.0.0.1:${bridge.port}.evil.example` },
		{ Origin: "" },
		{ "Sec-Fetch-Site": "cross-site" },
		{ "Sec-Fetch-Site": "same-site" },
	];
	for (const headers of refused) {
		for (const [method, path] of [
			["GET", "/api/sessions"],
			["GET", "/api/stream"],
			["POST", "/api/sessions"],
		] as const) {
			const answer = await ask(bridge, path, {
				method,
				headers: { ...bearer(bridge), ...json, ...headers },
				...(method === "POST" && { body: JSON.stringify({ target: { kind: "command", command: "true" } }) }),
			});
			expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
		}
	}
	for (const headers of [{ Origin: bridge.origin }, { "Sec-Fetch-Site": "same-origin" }, { "Sec-Fetch-Site": "none" }]) {
		expect((await ask(bridge, "/api/sessions", { headers: { ...bearer(bridge), ...headers } })).status).toBe(200);
	}
	expect((await callBridge(bridge, "listSessions", {})).sessions, "nothing was started").toHaveLength(1);
});

test("R4: there is no CORS header anywhere, preflights included", async ({ startServer }) => {
	const bridge = await startServer("plain");
	for (const [method, path] of [
		["OPTIONS", "/api/sessions"],
		["GET", "/api/sessions"],
		["GET", "/"],
		["GET", "/tools"],
	] as const) {
		const answer = await ask(bridge, path, {
			method,
			headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization" },
		});
		expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
	}
});

test("R5: documents carry the policy and the other headers", async ({ startServer }) => {
	const bridge = await startServer("plain");
	for (const path of ["/", "/tools", "/no-such-page"]) {
		const { headers } = await ask(bridge, path);
		const policy = new Map(
			String(headers["content-security-policy"])
				.split(";")
				.map((part) => [part.trim().split(" ")[0] ?? "", part.trim().split(" ").slice(1)]),
		);
		expect(policy.get("default-src")).toEqual(["'none'"]);
		expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
		expect(policy.get("connect-src")).toEqual(["'self'"]);
		expect(policy.get("style-src")).toEqual(["'self'"]);
		expect(policy.get("base-uri")).toEqual(["'none'"]);
		expect(policy.get("form-action")).toEqual(["'none'"]);
		expect(policy.get("script-src")?.[0]).toBe("'self'");
		for (const source of policy.get("script-src")?.slice(1) ?? []) expect(source).toMatch(/^'sha256-/);
		expect(headers["x-content-type-options"]).toBe("nosniff");
		expect(headers["referrer-policy"]).toBe("no-referrer");
		expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
		expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
	}
});

test("R6: changes need JSON, and bodies are capped", async ({ startServer }) => {
	const bridge = await startServer("plain");
	for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", undefined]) {
		const answer = await ask(bridge, "/api/sessions", {
			method: "POST",
			headers: { ...bearer(bridge), ...(type && { "Content-Type": type }) },
			body: JSON.stringify({ target: { kind: "command", command: "true" } }),
		});
		expect(answer.status, String(type)).toBe(415);
	}
	const announced = await ask(bridge, "/api/settings", {
		method: "POST",
		headers: { ...bearer(bridge), ...json, "Content-Length": "1073741824" },
		body: "{",
	}).catch(() => ({ status: 413 }));
	expect(announced.status).toBe(413);
	const sent = await ask(bridge, "/api/targets/read", {
		method: "POST",
		headers: { ...bearer(bridge), ...json },
		body: JSON.stringify({ text: "x".repeat(80_000_000) }),
	}).catch(() => ({ status: 413 }));
	expect(sent.status).toBe(413);
	expect((await ask(bridge, "/api/sessions", { method: "POST", headers: { ...bearer(bridge), ...json }, body: "{not json" })).status).toBe(400);
	expect((await ask(bridge, "/api/sessions", { method: "DELETE", headers: bearer(bridge) })).status).toBeGreaterThanOrEqual(404);
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});

test("R8: static files come from a manifest, whatever the path says", async ({ startServer }) => {
	const bridge = await startServer("plain");
	const attacks = [
		"/../package.json",
		"/..%2fpackage.json",
		"/%2e%2e/package.json",
		"/..%5cpackage.json",
		"/_next/../../package.json",
		"/_next/%2e%2e/%2e%2e/package.json",
		"/..%252fpackage.json",
		"//etc/passwd",
		"/%00",
		"/tools.html%00.js",
		"/....//package.json",
		"/file:///etc/passwd",
		"/cli.js",
		"/.env",
		"/_next/static/../../../dist/cli.js",
	];
	for (const path of attacks) {
		const answer = await ask(bridge, path);
		expect([400, 404], path).toContain(answer.status);
		expect(answer.body).not.toContain("devDependencies");
		expect(answer.body).not.toContain("root:");
	}
});

test("a page on another origin gets nothing: no reading, no starting, no framing", async ({ startServer, page, context, tolerate }) => {
	tolerate(/./);
	const bridge = await startServer("plain");
	await connected(bridge);
	await context.route("http://127.0.0.1:1/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }));
	await page.goto("http://127.0.0.1:1/");
	const got = await page.evaluate(
		async ({ origin, token }) => {
			const attempt = async (init: RequestInit, path = "/api/sessions") => {
				try {
					const response = await fetch(origin + path, init);
					return `${response.type} ${response.status} ${(await response.text()).length}`;
				} catch {
					return "refused";
				}
			};
			const frame = document.createElement("iframe");
			frame.src = origin;
			document.body.append(frame);
			await new Promise((resolve) => frame.addEventListener("load", resolve));
			let framed = false;
			try {
				framed = frame.contentWindow !== null && frame.contentWindow.location.href === origin;
			} catch {}
			return [
				await attempt({}),
				await attempt({ headers: { Authorization: `Bearer ${token}` } }),
				await attempt({
					method: "POST",
					mode: "no-cors",
					headers: { "Content-Type": "text/plain" },
					body: JSON.stringify({ target: { kind: "command", command: "touch", args: ["/tmp/pwned"] } }),
				}),
				framed ? "framed" : "not framed",
			];
		},
		{ origin: bridge.origin, token: bridge.token },
	);
	expect(got[0]).toBe("refused");
	expect(got[1]).toBe("refused");
	expect(["refused", "opaque 0 0"]).toContain(got[2]);
	expect(got[3]).toBe("not framed");
	expect((await callBridge(bridge, "listSessions", {})).sessions).toHaveLength(1);
});

test("names of the environment reach the page, values do not", async ({ start }) => {
	const bridge = await start(["run", "--env", "API_KEY=SECRETCANARY", "--", process.execPath, "e2e/servers/server.mjs", "plain"]);
	await connected(bridge);
	const { body } = await ask(bridge, "/api/sessions", { headers: bearer(bridge) });
	expect(body).toContain("API_KEY");
	expect(body).not.toContain("SECRETCANARY");
	for (const file of readdirSync(bridge.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
		expect(readFileSync(join(file.parentPath, file.name), "latin1"), file.name).not.toContain("SECRETCANARY");
	}
	expect(bridge.stderr()).not.toContain("SECRETCANARY");
});

test("--public-url adds exactly that Host and Origin", async ({ start }) => {
	const bridge = await start(["run", "--public-url", "https://forward.example:8443", "--", process.execPath, "e2e/servers/server.mjs", "plain"]);
	const headers = { ...bearer(bridge), Host: "forward.example:8443", Origin: "https://forward.example:8443" };
	expect((await ask(bridge, "/api/sessions", { headers })).status).toBe(200);
	expect((await ask(bridge, "/api/sessions", { headers: { ...headers, Origin: "http://forward.example:8443" } })).status).toBe(403);
	expect((await ask(bridge, "/api/sessions", { headers: { ...headers, Host: "other.example" } })).status).toBeGreaterThanOrEqual(400);
});
