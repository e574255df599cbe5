import { openWire } from "../../e2e/servers/wire.mjs";

const LINE_BYTES = 100;

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

const wire = openWire();
/** Writes `count` lines as fast as they are taken, each by itself, as the transports of the SDKs do; then answers. */
wire.tool("flood", async ({ count = 100_000, kind = "message" }) => {
	for (let at = 1; at <= count; at++) {
		const one = kindOf(kind, at);
		const stream = one === "stderr" ? process.stderr : process.stdout;
		if (!stream.write(lines[one](at))) await new Promise((resolve) => stream.once("drain", resolve));
	}
	return wire.text(`sent ${count}`);
});
