import { resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { callBridge } from "./setup/bridge-client.ts";
import { freePort, startHttpServer } from "./setup/http-server.ts";
import { activated } from "./setup/python-shells.ts";
import { callEnd, callTool, listed, sessionOnce } from "./setup/sessions.ts";
import type { StartedCli } from "./setup/start-cli.ts";

/** Starts the notes of mcp 1, which keep a session per client, at a port of our choice: it can be ended and come back there. */
const startNotes = (transport: "http" | "sse", port: number) =>
	startHttpServer("python", [resolve("examples/notes_v1.py"), "--transport", transport, "--port", String(port)], {
		env: activated("v1"),
		ready: /Uvicorn running on http:\/\/127\.0\.0\.1:(\d+)/,
	});

const disconnected = (bridge: StartedCli) => sessionOnce(bridge, "disconnected", ({ state }) => state === "disconnected");

test("a server that comes back without its sessions is told as such, and Restart begins a new one", async ({ start, open }) => {
	const port = await freePort();
	let server = await startNotes("http", port);
	try {
		const bridge = await start([`http://127.0.0.1:${port}/mcp`]);
		const session = await listed(bridge);
		await server.end();
		const down = await callTool(bridge, session, "reindex", { steps: 1 });
		expect(down.outcome).toMatchObject({ kind: "lost", message: expect.stringContaining("connection refused") });
		server = await startNotes("http", port);
		expect((await callTool(bridge, session, "reindex", { steps: 1 })).outcome.kind).toBe("lost");
		expect((await disconnected(bridge)).problem).toMatchObject({ code: "session-lost", hint: expect.stringContaining("Restart") });
		const page = await open(bridge);
		await expectConnection(page, "Disconnected");
		await expect(page.getByText("The server knows this session no more (404).").first()).toBeVisible();
		await page.getByRole("button", { name: "Restart", exact: true }).first().click();
		await expectConnection(page, "Connected");
		expect((await callTool(bridge, await listed(bridge), "reindex", { steps: 1 })).outcome.kind).toBe("result");
		await callBridge(bridge, "stop", { sessionId: session.id });
	} finally {
		await server.end();
	}
});

test("the end of the one stream of HTTP+SSE ends its calls and the session", async ({ start }) => {
	const port = await freePort();
	const server = await startNotes("sse", port);
	try {
		const bridge = await start([`http://127.0.0.1:${port}/sse`]);
		const session = await listed(bridge);
		const params = JSON.stringify({ name: "reindex", arguments: { steps: 600 } });
		const { callId } = await callBridge(bridge, "request", { sessionId: session.id, method: "tools/call", params });
		await server.end();
		expect((await callEnd(bridge, callId)).outcome.kind).toBe("lost");
		const over = await disconnected(bridge);
		expect(over.problem).toMatchObject({ code: "stream-ended", hint: expect.stringContaining("Restart") });
		expect(over.runs.at(-1)?.endedBy).toBe("server");
	} finally {
		await server.end();
	}
});
