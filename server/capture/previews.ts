import { scanPaths } from "../../lib/mcp/json-path-scan.ts";
import { previewBody } from "../../lib/mcp/preview.ts";
import { type EntryKind, entryKinds, type Preview, RpcId } from "../../lib/protocol/entry.ts";
import type { Capture } from "./capture.ts";

const recordPaths = new Set(["raw", "head", "enc", "fault", "id"]);

/** Previews of the entries of one session, read back from its journal. */
export async function readPreviews(capture: Capture, seqs: readonly number[]): Promise<Preview[]> {
	const heads = await capture.readHeads(seqs);
	return seqs.map((seq) => {
		const record = heads.get(seq);
		const row = capture.index.row(seq);
		if (record === undefined || !row) return { seq, text: "not recorded: the disk was full or not writable" };
		const kind = entryKinds[row.page.kind[row.i] as number] ?? "noise";
		const method = capture.index.methods[row.page.method[row.i] as number] ?? "";
		return previewRecord(seq, kind, method, record);
	});
}

function previewRecord(seq: number, kind: EntryKind, method: string, record: string): Preview {
	const spans = scanPaths(record, recordPaths);
	const span = spans.get("raw") ?? spans.get("head");
	const coded = span ? record.slice(span.start, span.end) : '""';
	const text = spans.has("enc") ? Buffer.from(coded.slice(1).replace(/"$/, ""), "base64").toString("latin1") : readCutString(coded);
	const faultSpan = spans.get("fault");
	const fault = faultSpan ? readCutString(record.slice(faultSpan.start, faultSpan.end)) : undefined;
	return { seq, ...previewBody(kind, method, text), ...readId(record, spans.get("id")), ...(fault !== undefined && { fault }) };
}

/** The id stands in the record's own head too: in the body it may come after a long result. */
function readId(record: string, span: { start: number; end: number } | undefined): { id?: RpcId } {
	return span ? { id: RpcId.parse(JSON.parse(record.slice(span.start, span.end))) } : {};
}

/** The text of a JSON string that may have lost its end. */
function readCutString(coded: string): string {
	const closed = coded.length > 1 && coded.endsWith('"');
	for (const candidate of closed ? [coded, `${coded}"`] : [`${coded}"`]) {
		try {
			return String(JSON.parse(candidate));
		} catch {
			// cut inside an escape: below
		}
	}
	try {
		return String(JSON.parse(`${coded.replace(/\\(u[0-9a-fA-F]{0,3})?$/, "").replace(/\ufffd$/, "")}"`));
	} catch {
		return coded.slice(1);
	}
}
