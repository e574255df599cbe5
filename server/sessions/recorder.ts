import type { EntryKind, RpcId, Status } from "../../lib/protocol/entry.ts";
import type { Capture } from "../capture/capture.ts";
import { now } from "../capture/clock.ts";
import { type Envelope, EnvelopeScanner } from "../capture/envelope-scanner.ts";
import { answerStatus, type OpenRequest, Pairing } from "../capture/pairing.ts";
import { type Frame, frameOfEnvelope, isObject, type Message, readFrame, readFrameText } from "../capture/read-frame.ts";
import type { LineEnd, LongLine } from "../transports/line-splitter.ts";
import type { Tap } from "../transports/tap.ts";

const CARRIAGE_RETURN = 0x0d;
/** A longer frame is recorded and its call is settled from its envelope; it is never parsed on this loop. */
const PARSED_BYTES = 8 << 20;

export type Answer = { seq: number; at: number; bytes: number; status: Status; message: Message | undefined; hasError: boolean };

/** Whoever sent a request and waits for what comes of it. */
export type Tracked = {
	sent(seq: number, at: number): void;
	progressed(seq: number, at: number, message: Message): void;
	answered(answer: Answer): void;
	/** The run ended first. */
	lost(): void;
};

export type RecorderEvents = {
	/** A frame that the protocol driver waits for: an answer, a request of the server, an acknowledgement. */
	deliver(message: Message): void;
	notified(method: string, message: Message | undefined, seq: number): void;
	answeredMethod(method: string, answer: Answer): void;
	stderrLine(line: string): void;
	/** Anything at all has come from the server. */
	heard(): void;
};

type RecordAs = (facts: { kind: EntryKind; status: Status; method: string; pair?: number; id?: RpcId }) => number;
type Single = Exclude<Frame, { kind: "batch" }>;

/** The tap of one run: every line becomes an entry first, and then goes to whoever waits for it. */
export class Recorder implements Tap {
	readonly #pairing = new Pairing<Tracked>();
	#at = now();
	receivedBytes = 0;
	lastRequest: { method: string; at: number } | undefined;
	/** why the newest bytes were no message */
	lastFault: string | undefined;

	constructor(
		readonly capture: Capture,
		readonly run: number,
		readonly events: RecorderEvents,
	) {}

	busy(): boolean {
		return this.capture.journal.busy;
	}

	whenReady(): Promise<void> {
		return this.capture.journal.whenReady();
	}

	/** The lines of one chunk came at one time. */
	arrived(): void {
		this.#at = now();
	}

	received(line: Uint8Array, ended: LineEnd): void {
		this.#heard(line.length);
		const read = readFrame(line);
		const at = this.#at;
		if ("fault" in read) this.#noise(line, at, faultOf(read.fault, ended));
		else this.#frame(read.frame, at, (facts) => this.capture.record({ run: this.run, at, ...facts, direction: "in" }, line, read.text), line.length);
	}

	receivedText(line: string, chunk: Buffer, from: number, to: number): void {
		this.#heard(line.length);
		const read = readFrameText(line);
		const at = this.#at;
		if ("fault" in read) this.#noise(chunk.subarray(from, to), at, read.fault);
		else
			this.#frame(
				read.frame,
				at,
				({ kind, status, method, pair, id }) =>
					this.capture.recordAscii({ run: this.run, at, kind, direction: "in", status, method, pair, id }, chunk, from, to),
				line.length,
			);
	}

	receivedLong(): LongLine {
		const body = this.capture.openLong();
		const scanner = new EnvelopeScanner();
		let kept: Uint8Array[] | undefined = [];
		return {
			write: (piece) => {
				this.#heard(piece.length);
				body.write(piece);
				scanner.push(piece);
				if (body.bytes > PARSED_BYTES) kept = undefined;
				else kept?.push(piece);
			},
			end: (ended) => this.#endLong(body, scanner.end(), kept, ended),
		};
	}

	stderr(line: Uint8Array, _ended: LineEnd): void {
		this.#heard(0);
		const bytes = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
		this.capture.record({ run: this.run, at: this.#at, kind: "stderr", direction: "none", status: "none", method: "" }, bytes);
		this.events.stderrLine(Buffer.from(bytes).toString("utf8", 0, Math.min(bytes.length, 1_000)));
	}

	stderrText(line: string, chunk: Buffer, from: number, to: number): void {
		this.#heard(0);
		const end = to > from && chunk[to - 1] === CARRIAGE_RETURN ? to - 1 : to;
		this.capture.recordAscii({ run: this.run, at: this.#at, kind: "stderr", direction: "none", status: "none", method: "" }, chunk, from, end);
		this.events.stderrLine(line.slice(0, Math.min(1_000, end - from)));
	}

	/** Records a frame that is about to go out. Returns its seq. */
	sent(line: Uint8Array, message: Message, owner: Tracked | undefined): number {
		// what is still to come of a chunk came before this only in theory: times must not go back
		this.#at = now();
		const at = this.#at;
		const { method, id } = message;
		if (typeof method === "string" && (typeof id === "string" || typeof id === "number")) {
			const seq = this.capture.record({ run: this.run, at, kind: "request", direction: "out", status: "pending", method, id }, line);
			const meta = isObject(message.params) ? message.params._meta : undefined;
			const token = isObject(meta) ? meta.progressToken : undefined;
			this.#pairing.opened("out", {
				seq,
				at,
				method,
				id,
				token: typeof token === "string" || typeof token === "number" ? token : undefined,
				cancelled: false,
				owner,
			});
			this.lastRequest = { method, at };
			owner?.sent(seq, at);
			return seq;
		}
		if (typeof method === "string") {
			const pair = method === "notifications/cancelled" ? this.#cancelled(message)?.seq : undefined;
			return this.capture.record({ run: this.run, at, kind: "notification", direction: "out", status: "none", method, ...(pair && { pair }) }, line);
		}
		const rpcId = typeof id === "string" || typeof id === "number" ? id : null;
		const request = this.#pairing.answered("out", rpcId);
		const status = answerStatus({ hasError: "error" in message, isError: false }, request);
		return this.capture.record(
			{ run: this.run, at, kind: "answer", direction: "out", status, method: request?.method ?? "", pair: request?.seq ?? 0, id: rpcId },
			line,
		);
	}

	/** Records bytes of which it is known already that they are no message, and why. */
	broken(bytes: Uint8Array, fault: string): void {
		this.#heard(bytes.length);
		this.#noise(bytes, now(), fault);
	}

	/** Records something that happened to the session. `facts` are kept as JSON with `text`, the sentence for people. */
	event(name: string, text: string, facts: Record<string, unknown> = {}, bad = false): number {
		return this.capture.record(
			{ run: this.run, at: now(), kind: "event", direction: "none", status: bad ? "bad" : "none", method: name },
			Buffer.from(JSON.stringify({ text, ...facts })),
		);
	}

	/** Records an HTTP exchange, or what happened to its stream. `facts` are kept as JSON with `text`. */
	http(text: string, facts: Record<string, unknown>, row: { method: string; pair: number; bad: boolean }): number {
		const status = row.bad ? "bad" : "none";
		return this.capture.record(
			{ run: this.run, at: now(), kind: "http", direction: "none", status, method: row.method, pair: row.pair },
			Buffer.from(JSON.stringify({ text, ...facts })),
		);
	}

	/** The run is over: nothing open will be answered any more. */
	end(): void {
		for (const request of this.#pairing.drain()) request.owner?.lost();
	}

	#cancelled(message: Message): OpenRequest<Tracked> | undefined {
		const id = isObject(message.params) ? message.params.requestId : undefined;
		return typeof id === "string" || typeof id === "number" ? this.#pairing.cancelled("out", id) : undefined;
	}

	#heard(bytes: number): void {
		this.receivedBytes += bytes;
		this.events.heard();
	}

	#noise(line: Uint8Array, at: number, fault: string): void {
		this.lastFault = fault;
		this.capture.record({ run: this.run, at, kind: "noise", direction: "in", status: "none", method: "", fault }, line);
	}

	#endLong(body: ReturnType<Capture["openLong"]>, envelope: Envelope, kept: readonly Uint8Array[] | undefined, ended: LineEnd): void {
		const at = now();
		const read = kept ? readFrame(Buffer.concat(kept)) : undefined;
		const frame = read && "frame" in read ? read.frame : frameOfEnvelope(envelope);
		if (!frame || (read && "fault" in read)) {
			const fault = read && "fault" in read ? read.fault : "not a JSON-RPC message";
			this.lastFault = faultOf(fault, ended);
			body.end({ run: this.run, at, kind: "noise", direction: "in", status: "none", method: "", fault: this.lastFault });
			return;
		}
		this.#frame(frame, at, (facts) => body.end({ run: this.run, at, ...facts, direction: "in" }), body.bytes);
	}

	#frame(frame: Frame, at: number, record: RecordAs, bytes: number): void {
		if (frame.kind !== "batch") {
			this.#single(frame, at, record, bytes);
			return;
		}
		const seq = record({ kind: "batch", status: "none", method: `batch of ${frame.frames.length}` });
		for (const single of frame.frames) this.#single(single, at, () => seq, bytes);
	}

	#single(frame: Single, at: number, record: RecordAs, bytes: number): void {
		if (frame.kind === "answer") this.#answer(frame, at, record, bytes);
		else if (frame.kind === "request") this.#request(frame, at, record);
		else this.#notification(frame, at, record);
	}

	#answer(frame: Extract<Frame, { kind: "answer" }>, at: number, record: RecordAs, bytes: number): void {
		const request = this.#pairing.answered("in", frame.id);
		const status = answerStatus(frame, request);
		const method = request?.method ?? "";
		const seq = record({ kind: "answer", status, method, pair: request?.seq ?? 0, id: frame.id });
		if (!request) return;
		const answer: Answer = { seq, at, bytes, status, message: frame.message, hasError: frame.hasError };
		request.owner?.answered(answer);
		this.events.answeredMethod(method, answer);
		// whoever is tracked reads the answer from the capture; the driver only has to forget the request
		const settled = request.owner && !frame.hasError ? { jsonrpc: "2.0", id: request.id, result: { resultType: "complete" } } : frame.message;
		this.events.deliver(
			settled ? { ...settled, id: request.id } : { jsonrpc: "2.0", id: request.id, error: { code: -32603, message: "too large to parse here" } },
		);
	}

	#request(frame: Extract<Frame, { kind: "request" }>, at: number, record: RecordAs): void {
		const seq = record({ kind: "request", status: "pending", method: frame.method, id: frame.id });
		this.#pairing.opened("in", { seq, at, method: frame.method, id: frame.id, token: undefined, cancelled: false, owner: undefined });
		if (frame.message) this.events.deliver(frame.message);
	}

	#notification(frame: Extract<Frame, { kind: "notification" }>, at: number, record: RecordAs): void {
		const params = isObject(frame.message?.params) ? frame.message.params : undefined;
		const token = frame.method === "notifications/progress" ? params?.progressToken : undefined;
		const request = typeof token === "string" || typeof token === "number" ? this.#pairing.progressed("in", token) : undefined;
		const seq = record({ kind: "notification", status: "none", method: frame.method, ...(request && { pair: request.seq }) });
		if (request?.owner && frame.message) request.owner.progressed(seq, at, frame.message);
		if (frame.method === "notifications/subscriptions/acknowledged" && frame.message) this.events.deliver(frame.message);
		this.events.notified(frame.method, frame.message, seq);
	}
}

function faultOf(fault: string, ended: LineEnd): string {
	if (ended === "cap") return "it had not ended at the limit; cut here";
	return ended === "eof" ? `${fault}; it was not finished when the stream ended` : fault;
}
