const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A tenth of a second of silence: a WAV file of 8-bit samples at 8 kHz, in base64. */
function silence() {
	const samples = Buffer.alloc(800, 128);
	const head = Buffer.from("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0", "latin1");
	head.writeUInt32LE(36 + samples.length, 4);
	head.writeUInt32LE(samples.length, 40);
	return Buffer.concat([head, samples]).toString("base64");
}

/** How calls are answered: well, twice, late, never. */
export const calls = {
	/** Progress every `everyMs` until done or cancelled. */
	progress(wire) {
		const cancelled = new Set();
		wire.on("notifications/cancelled", ({ params }) => void cancelled.add(params.requestId));
		wire.tool("count", async ({ steps = 5, everyMs = 400 }, { id, params }) => {
			for (let step = 1; step <= steps; step++) {
				await new Promise((resolve) => setTimeout(resolve, everyMs));
				if (cancelled.has(id)) return;
				if (params._meta?.progressToken !== undefined)
					wire.notify("notifications/progress", { progressToken: params._meta.progressToken, progress: step, total: steps, message: `step ${step}` });
			}
			return wire.text(`counted to ${steps}`);
		});
	},
	/** Never answers `wait`; answers `late` only after it was cancelled. */
	slow(wire) {
		const late = new Set();
		wire.tool("wait", () => {});
		wire.tool("late", (_, { id }) => void late.add(id));
		wire.on("notifications/cancelled", ({ params }) => {
			if (late.delete(params.requestId)) wire.answer(params.requestId, wire.text("too late"));
		});
	},
	answers(wire) {
		wire.tool("twice", (_, { id }) => {
			wire.answer(id, wire.text("first"));
			wire.answer(id, wire.text("second"));
		});
		wire.tool("orphan", (_, { id }) => {
			wire.answer("nobody asked", {});
			wire.answer(id, wire.text("after the orphan"));
		});
		wire.tool("wrong_type", (_, { id }) => {
			wire.answer(String(id), wire.text("id as text"));
			wire.answer(id, wire.text("id as it was"));
		});
	},
	errors(wire) {
		wire.tool("tool_error", () => ({ ...wire.text("The disk is full."), isError: true }));
		wire.tool("protocol_error", (_, { id }) => void wire.refuse(id, -32602, "Bad arguments", { field: "title" }));
	},
	content(wire) {
		wire.tool("everything", () => ({
			content: [
				{ type: "text", text: "plain <b>text</b>" },
				{ type: "image", mimeType: "image/png", data: pixel },
				{ type: "audio", mimeType: "audio/wav", data: silence() },
				{ type: "resource", resource: { uri: "note://1", mimeType: "text/plain", text: "an embedded note" } },
				{ type: "resource", resource: { uri: "blob://1", mimeType: "application/octet-stream", blob: "AAEC" } },
				{ type: "resource_link", uri: "https://links.invalid/x", name: "a link", description: "goes nowhere" },
				{ type: "hologram", depth: 3 },
			],
		}));
		wire.tool("liar", () => ({
			content: [
				{
					type: "image",
					mimeType: "image/png",
					data: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").toString("base64"),
				},
				{ type: "image", mimeType: "text/html", data: Buffer.from("<script>alert(1)</script>").toString("base64") },
			],
		}));
	},
	/** Sends `count` notifications, waiting for the pipe, then answers. */
	flood(wire) {
		wire.tool("flood", async ({ count = 100_000 }) => {
			for (let i = 1; i <= count; i += 500) {
				let text = "";
				for (let k = i; k < Math.min(i + 500, count + 1); k++)
					text += `{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"flood ${k}"}}\n`;
				if (!wire.write(text)) await wire.drained();
			}
			return wire.text(`sent ${count}`);
		});
	},
	/** `deafen` answers and then reads no more. */
	deaf(wire) {
		wire.tool("deafen", () => {
			setImmediate(() => process.stdin.pause());
			setInterval(() => {}, 1_000);
			return wire.text("I hear nothing");
		});
	},
};
