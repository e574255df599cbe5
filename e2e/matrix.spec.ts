import type { Session } from "../lib/protocol/session.ts";
import type { EraChoice } from "../lib/protocol/target.ts";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { callBridge, readRaw } from "./setup/bridge-client.ts";
import { freePort, type HttpServer, startHttpServer } from "./setup/http-server.ts";
import { type McpServer, mcpServers } from "./setup/mcp-servers.ts";
import { activated } from "./setup/python-shells.ts";
import { readEntries, readStream } from "./setup/read-stream.ts";
import { callEnd, callTool, listed, sessionOnce } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";
import { until } from "./setup/until.ts";

/** One server in one era: what was started, and where it writes what it does. */
type Peer = { bridge: StartedCli; http: HttpServer | undefined };

const shellOf = (server: McpServer) => (server.env ? activated(server.env) : {});

async function startHttp(server: McpServer): Promise<HttpServer | undefined> {
	if (!server.http) return undefined;
	const port = server.http.portEnv ? await freePort() : 0;
	return startHttpServer(server.command, [...server.args, ...server.http.port(port)], {
		env: { ...shellOf(server), ...(server.http.portEnv && { [server.http.portEnv]: String(port) }) },
		ready: server.http.ready,
	});
}

const urlOf = (server: McpServer, http: HttpServer) => `http://127.0.0.1:${http.port}/${server.http?.transport === "sse" ? "sse" : "mcp"}`;

/** Answers what the server wrote on stderr, or on both streams where the test started it. */
async function wrote({ bridge, http }: Peer, session: Session): Promise<string> {
	if (http) return http.output();
	const { sessions } = await callBridge(bridge, "listSessions", {});
	return (sessions.find(({ id }) => id === session.id)?.stderrTail ?? []).join("\n");
}

async function send(bridge: StartedCli, session: Session, method: string, params: unknown): Promise<{ kind: string; text: string }> {
	const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method, params: JSON.stringify(params) });
	const { outcome } = await callEnd(bridge, callId);
	return { kind: outcome.kind, text: (await readRaw(bridge, outcome.answerSeq)).toString("utf8") };
}

async function firstProgress(bridge: StartedCli, callId: string): Promise<void> {
	for await (const event of readStream(bridge)) {
		if (event.name === "call" && event.data.callId === callId && event.data.progress.length > 0) return;
	}
}

async function cancel(peer: Peer, session: Session, { does, plainJson, stateless }: McpServer): Promise<void> {
	const { bridge } = peer;
	const params = JSON.stringify({ name: does.tool, arguments: does.long });
	const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params });
	if (!plainJson) await firstProgress(bridge, callId);
	await callBridge(bridge, "cancelCall", { callId });
	expect((await callEnd(bridge, callId)).outcome.kind).toBe("cancelled");
	// in the legacy era a cancellation is a message of its own, and without a session nothing tells whose call it means; in the modern
	// era it is the end of the connection, which mcp 2 does not watch while it prepares a single answer
	const heard = does.cancelled && !plainJson && !(stateless && session.server?.era === "legacy");
	if (heard) await until("the server says that it was cancelled", async () => does.cancelled?.test(await wrote(peer, session)));
}

async function tryEverything(peer: Peer, server: McpServer, era: "legacy" | "modern"): Promise<void> {
	const { bridge } = peer;
	const { does } = server;
	const session = await test.step("connects and lists", () => listed(bridge));
	expect(session.server?.era).toBe(era);
	expect(session.launch?.transport).toBe(server.http?.transport ?? "stdio");
	for (const list of ["tools", "resources", "resourceTemplates", "prompts"] as const) {
		expect(session.lists[list], list).toMatchObject({ state: "complete" });
		expect(session.lists[list].pages.length, list).toBeGreaterThan(0);
	}
	await test.step("calls, with progress", async () => {
		const call = await callTool(bridge, session, does.tool, does.quick);
		expect(call.outcome.kind).toBe("result");
		if (!server.plainJson) expect(call.progress.length).toBeGreaterThan(1);
	});
	await test.step("reads a resource", async () => {
		const read = await send(bridge, session, "resources/read", { uri: does.resource });
		expect(read.kind).toBe("result");
		expect(read.text).toMatch(does.reads);
	});
	await test.step("gets a prompt", async () => {
		const got = await send(bridge, session, "prompts/get", { name: does.prompt, arguments: does.promptArguments });
		expect(got.kind).toBe("result");
		expect(got.text).toMatch(does.prompts);
	});
	await test.step("cancels a call", () => cancel(peer, session, server));
	await test.step("serves on after that", async () => expect((await callTool(bridge, session, does.tool, does.quick)).outcome.kind).toBe("result"));
}

/** Ends the connection before the server, which else waits for its streams; a session is ended by its own request. */
async function hangUp(bridge: StartedCli, { http, stateless }: McpServer, era: "legacy" | "modern"): Promise<void> {
	const { sessions } = await callBridge(bridge, "listSessions", {});
	for (const { id } of sessions) await callBridge(bridge, "stop", { sessionId: id });
	if (http?.transport !== "http" || stateless || era === "modern") return;
	const deleted = await until("the session is deleted", async () =>
		(await readEntries(bridge)).find(({ kind, method }) => kind === "http" && method === "DELETE"),
	);
	expect(deleted.status).not.toBe("bad");
}

for (const server of mcpServers) {
	for (const choice of ["legacy", "auto"] as const satisfies EraChoice[]) {
		test(`${server.name}, ${choice}`, async ({ start }) => {
			const http = await startHttp(server);
			try {
				const bridge = await (http
					? start(["connect", urlOf(server, http), "--era", choice])
					: start(["run", "--era", choice, "--", server.command, ...server.args], { env: shellOf(server) }));
				if (server.modernOnly && choice === "legacy") {
					const session = await sessionOnce(bridge, "refused", ({ state }) => state === "failed");
					expect(session.problem?.message).toMatch(/protocol version/i);
					expect(session.problem?.hint).toContain("2026-07-28");
					return;
				}
				const era = choice === "legacy" ? "legacy" : server.auto;
				await tryEverything({ bridge, http }, server, era);
				await hangUp(bridge, server, era);
			} finally {
				await http?.end();
			}
		});
	}
}

for (const name of ["mcp 1 over HTTP+SSE", "fastmcp 4 over Streamable HTTP", "TypeScript SDK 2 over Streamable HTTP, modern only"]) {
	test(`${name}, through the page`, async ({ start, open }) => {
		const server = mcpServers.find((candidate) => candidate.name === name);
		const http = server && (await startHttp(server));
		if (!server || !http) throw new Error(`no such server: ${name}`);
		try {
			const bridge = await start([urlOf(server, http)]);
			await listed(bridge);
			const { tool, quick, long } = server.does;
			const [[field, few] = ["", 0], [, many] = ["", 0]] = [...Object.entries(quick), ...Object.entries(long)];
			const page = await open(bridge, `/tools?item=${tool}`);
			await expectConnection(page, "Connected");
			const tools = new Tools(page);
			await tools.field(field).fill(String(few));
			await tools.run.click();
			await expect(tools.result).toContainText(/Indexed|The water has/);
			await tools.field(field).fill(String(many));
			await tools.run.click();
			await expect(page.getByRole("progressbar").first()).toBeVisible();
			await tools.cancel.click();
			await expect(tools.result).toContainText(/cancelled/i);
			await until("the server says that it was cancelled", () => server.does.cancelled?.test(http.output()));
			for (const { id } of (await callBridge(bridge, "listSessions", {})).sessions) await callBridge(bridge, "stop", { sessionId: id });
		} finally {
			await http.end();
		}
	});
}
