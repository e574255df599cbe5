/** What stands on the wire is not what it should be. */
export const bytes = {
	noise(wire) {
		wire.write("starting up …\n");
		wire.write("\u001b[32mready\u001b[0m\n");
		wire.on("notifications/initialized", () => wire.write("not json, but close: {\n"));
	},
	"invalid-utf8"(wire) {
		wire.on("notifications/initialized", () => {
			wire.write(
				Buffer.concat([
					Buffer.from('{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"caf'),
					Buffer.from([0xe9, 0xff]),
					Buffer.from('"}}\n'),
				]),
			);
		});
	},
	"split-utf8"(wire) {
		wire.tool("split", async (_, { id }) => {
			const line = Buffer.from(`${JSON.stringify({ jsonrpc: "2.0", id, result: wire.text("zażółć gęślą jaźń 🦊") })}\n`);
			for (const byte of line) {
				wire.write(Buffer.from([byte]));
				await new Promise(setImmediate);
			}
		});
	},
	"two-in-a-line"(wire) {
		wire.tool("two", (_, { id }) => {
			wire.write(
				`${JSON.stringify({ jsonrpc: "2.0", id, result: wire.text("first") })}{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"second"}}\n`,
			);
		});
	},
	/** `half` writes the beginning of a line and nothing more. */
	"no-newline"(wire) {
		wire.tool("half", () => void wire.write('{"jsonrpc":"2.0","method":"notifications/message"'));
	},
	/** Answers with one line of about N MB. */
	"big-line"(wire, megabytes = "10") {
		wire.tool("big", async (_, { id }) => {
			wire.write(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"content":[{"type":"text","text":"`);
			const block = Buffer.alloc(1_000_000, "0123456789");
			for (let i = 0; i < Number(megabytes); i++) if (!wire.write(block)) await wire.drained();
			wire.write('"}],"structuredContent":{"last":true}}}\n');
		});
	},
	"odd-json"(wire) {
		wire.tool("odd", (_, { id }) => {
			wire.write(
				`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{"content":[],"structuredContent":{"big":9007199254740993,"twice":1,"twice":2,"huge":1e400,"precise":0.10000000000000000000001,"lone":"\\ud800"}}}\n`,
			);
		});
	},
	crlf(wire) {
		wire.send = (message) => wire.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\r\n`);
	},
	"stderr-flood"(wire, lines = "10000") {
		wire.on("notifications/initialized", () => {
			for (let i = 1; i <= Number(lines); i++) process.stderr.write(`stderr line ${i}\n`);
		});
	},
};
