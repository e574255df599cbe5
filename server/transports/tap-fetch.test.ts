import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { it } from "node:test";
import { gzipSync } from "node:zlib";
import type { HttpBody, HttpExchange, HttpTap } from "./http-tap.ts";
import type { LineEnd } from "./line-splitter.ts";
import { tapFetch } from "./tap-fetch.ts";

const json = { "content-type": "application/json" };

/** A tap that keeps what it is told. Every message is one that the driver must see. */
function keepingTap() {
	const kept = {
		messages: [] as { text: string; ended: LineEnd; pieces: number }[],
		exchanges: [] as HttpExchange[],
		bodies: [] as HttpBody[],
		streams: [] as { failure: string | undefined; rest: string }[],
		waiting: 0,
	};
	const message = (text: string, ended: LineEnd, pieces: number) => {
		kept.messages.push({ text, ended, pieces });
		return [text];
	};
	const tap: HttpTap = {
		sent: () => 1,
		received: (body, ended) => message(Buffer.from(body).toString("utf8"), ended, 1),
		receivedLong() {
			const pieces: Uint8Array[] = [];
			return { write: (piece) => pieces.push(piece), end: (ended) => message(Buffer.concat(pieces).toString("utf8"), ended, pieces.length) };
		},
		busy: () => false,
		whenReady: async () => {},
		waiting: (bytes) => (kept.waiting += bytes),
		exchange: (exchange) => kept.exchanges.push(exchange),
		bodyEnded: (body) => kept.bodies.push(body),
		signal: () => {},
		streamEnded: (_, failure, rest) => kept.streams.push({ failure, rest: Buffer.from(rest).toString("utf8") }),
	};
	return { tap, kept };
}

/** What is kept of one POST to a server that answers so, and what the SDK would read. */
async function post(answer: RequestListener) {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { tap, kept } = keepingTap();
	const { fetch, close } = tapFetch(tap, (body) => body);
	try {
		const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, { method: "POST", headers: json, body: "{}" });
		return { ...kept, type: response.headers.get("content-type"), text: await response.text().catch((error: Error) => error), waiting: kept.waiting };
	} catch (error) {
		return { ...kept, text: error, type: null };
	} finally {
		await close();
		server.closeAllConnections();
		server.close();
	}
}

it("takes a message off the wire whole, with its exchange before it", async () => {
	const { messages, exchanges, bodies, text } = await post((_, response) => response.writeHead(200, json).end('{"a":1}'));
	assert.deepEqual(messages, [{ text: '{"a":1}', ended: "newline", pieces: 1 }]);
	assert.deepEqual([exchanges[0]?.status, exchanges[0]?.body, bodies[0]?.bytes, text], [200, undefined, 7, '{"a":1}']);
});

it("takes a long message piece by piece", async () => {
	const long = JSON.stringify("x".repeat(3 << 20));
	const { messages, waiting } = await post((_, response) => response.writeHead(200, json).end(long));
	assert.equal(messages[0]?.text, long);
	assert.ok((messages[0]?.pieces ?? 0) > 2);
	assert.equal(waiting, 0);
});

it("reads JSON of another type, and says so", async () => {
	const { messages, exchanges, type } = await post((_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(' {"a":1}'));
	assert.equal(messages.length, 1);
	assert.deepEqual([exchanges[0]?.mistyped, type], [true, "application/json"]);
});

it("keeps the beginning of a page and gives up the rest", async () => {
	const { messages, exchanges, text } = await post((_, response) => {
		response.writeHead(200, { "content-type": "text/html" }).write("<title>Huge</title>");
		const more = () => void (response.writable && response.write("x".repeat(1 << 16), more));
		more();
	});
	assert.equal(messages.length, 0);
	assert.deepEqual([exchanges[0]?.body?.length, exchanges[0]?.bodyCut], [65_536, "cut after 64 KB"]);
	assert.equal(String(text).length, 65_536);
});

it("cuts a body that does not end, a packed one sooner, and records what came", async () => {
	const endless: RequestListener = (_, response) => {
		response.writeHead(200, json);
		const more = () => void (response.writable && response.write(block, more));
		more();
	};
	const block = Buffer.alloc(1 << 20, 0x20);
	const bomb = gzipSync(Buffer.alloc(70 << 20, 0x20));
	for (const [answer, megabytes] of [
		[endless, 256],
		[(_, response) => response.writeHead(200, { ...json, "content-encoding": "gzip" }).end(bomb), 64],
	] satisfies [RequestListener, number][]) {
		const { messages, bodies } = await post(answer);
		assert.deepEqual([messages[0]?.ended, bodies[0]?.ended, bodies[0]?.bytes], ["cap", "cap", megabytes << 20]);
	}
});

it("records a body that breaks up to where it broke", async () => {
	const { messages, bodies, text } = await post((_, response) => {
		response.writeHead(200, { ...json, "content-length": "100" });
		response.write('{"jsonrpc"', () => response.destroy());
	});
	assert.deepEqual(messages, [{ text: '{"jsonrpc"', ended: "eof", pieces: 1 }]);
	assert.equal(bodies[0]?.failure, "UND_ERR_SOCKET");
	assert.ok(text instanceof Error);
});

it("records a body that cannot be unpacked", async () => {
	const { exchanges, bodies } = await post((_, response) => response.writeHead(200, { ...json, "content-encoding": "gzip" }).end("no gzip"));
	assert.deepEqual([exchanges[0]?.status, bodies[0]?.bytes, bodies[0]?.failure], [200, 0, "Z_DATA_ERROR"]);
});

it("puts an event together, wherever its stream is cut", async () => {
	const { messages, streams, text } = await post(async (_, response) => {
		response.writeHead(200, { "content-type": "text/event-stream" });
		for (const char of 'id: 1\r\ndata: {"a":"ü"}\r\n\r\n: bye\n') await new Promise<unknown>((resolve) => response.write(char, resolve));
		response.end();
	});
	assert.deepEqual(messages, [{ text: '{"a":"ü"}', ended: "newline", pieces: 1 }]);
	assert.equal(text, 'id: 1\ndata: {"a":"ü"}\n\n');
	assert.deepEqual(streams, [{ failure: undefined, rest: "" }]);
});

it("tells the part of an event that was not finished", async () => {
	const { streams, waiting } = await post((_, response) => {
		response.writeHead(200, { "content-type": "text/event-stream" });
		response.end(': hello\n\ndata: {"done":1}\n\nevent: message\ndata: {"hal');
	});
	assert.deepEqual(streams, [{ failure: undefined, rest: 'event: message\ndata: {"hal' }]);
	assert.equal(waiting, 0);
});

it("takes a long message in an event piece by piece", async () => {
	const long = JSON.stringify("x".repeat(3 << 20));
	const { messages } = await post((_, response) => response.writeHead(200, { "content-type": "text/event-stream" }).end(`data: ${long}\n\n`));
	assert.equal(messages[0]?.text, long);
	assert.equal(messages[0]?.pieces, 4);
});
