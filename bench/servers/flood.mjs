import { openWire } from "../../e2e/servers/wire.mjs";

const LINE_BYTES = 100;
const BLOCK_LINES = 2_000;

/** One numbered line of 100 bytes, its newline included. */
const lines = {
	message: (at) => padded(`{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"${at} `, '"}}'),
	progress: (at) => padded(`{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":0,"progress":${at}`, "}}", " "),
	stderr: (at) => padded(`${at} `, ""),
};

function padded(head, tail, fill = ".") {
	return `${head}${fill.repeat(LINE_BYTES - 1 - head.length - tail.length)}${tail}\n`;
}

/** Which line is the `at`th: a mixed flood takes each in turn. */
const kindOf = (kind, at) => (kind === "mixed" ? ["message", "progress", "stderr"][at % 3] : kind);

async function write(stream, text) {
	if (!stream.write(text)) await new Promise((resolve) => stream.once("drain", resolve));
}

const wire = openWire();
/** Writes `count` lines as fast as they are taken, then answers. They are made beforehand, so that the pipe is what is measured. */
wire.tool("flood", async ({ count = 100_000, kind = "message" }) => {
	for (let from = 1; from <= count; from += BLOCK_LINES) {
		const texts = { out: "", err: "" };
		for (let at = from; at < Math.min(from + BLOCK_LINES, count + 1); at++) {
			const one = kindOf(kind, at);
			texts[one === "stderr" ? "err" : "out"] += lines[one](at);
		}
		if (texts.out !== "") await write(process.stdout, texts.out);
		if (texts.err !== "") await write(process.stderr, texts.err);
	}
	return wire.text(`sent ${count}`);
});
