import type { TextTerm } from "../../lib/protocol/api.ts";
import { PREVIEW_PAGE, type Preview } from "../../lib/protocol/entry.ts";
import type { Capture } from "../capture/capture.ts";
import { readPreviews } from "../capture/previews.ts";

const BUDGET_MS = 100;

/** Seqs of a session's entries in `from` … `to`. */
export function seqsOf(capture: Capture, from: number, to: number, limit = Number.POSITIVE_INFINITY): number[] {
	const seqs: number[] = [];
	const session = capture.index.sessions.indexOf(capture.sessionId);
	for (let seq = from; seq <= Math.min(to, capture.index.lastSeq) && seqs.length < limit; seq += 1) {
		const row = capture.index.row(seq);
		if (row && row.page.session[row.i] === session) seqs.push(seq);
	}
	return seqs;
}

/** Which entries match all terms, as far as 100 ms go: the loop belongs to the wire. */
export async function findEntries(
	capture: Capture,
	range: { from: number; to: number },
	terms: readonly TextTerm[],
): Promise<{ seqs: number[]; scannedTo: number }> {
	const until = performance.now() + BUDGET_MS;
	const to = Math.min(range.to, capture.index.lastSeq);
	const tests = terms.map(testFor);
	const found: number[] = [];
	let scannedTo = range.from - 1;
	while (scannedTo < to && performance.now() < until) {
		const end = Math.min(to, scannedTo + PREVIEW_PAGE);
		const previews = await readPreviews(capture, seqsOf(capture, scannedTo + 1, end));
		for (const preview of previews) if (tests.every((test) => test(preview, methodOf(capture, preview.seq)))) found.push(preview.seq);
		scannedTo = end;
	}
	return { seqs: found, scannedTo };
}

function methodOf(capture: Capture, seq: number): string {
	const row = capture.index.row(seq);
	return row ? (capture.index.methods[row.page.method[row.i] as number] ?? "") : "";
}

function testFor(term: TextTerm): (preview: Preview, method: string) => boolean {
	const wanted = term.value.toLowerCase();
	if (term.field === "id") return (preview) => (preview.id !== undefined && String(preview.id) === term.value) !== term.negate;
	return (preview, method) => `${method}\n${preview.subject ?? ""}\n${preview.text}\n${preview.fault ?? ""}`.toLowerCase().includes(wanted) !== term.negate;
}
