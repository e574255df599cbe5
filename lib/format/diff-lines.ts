/** One line of a comparison. */
export type DiffLine = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** More differences than this are not searched for: what lies between is shown as replaced. */
const MOST_EDITS = 500;

/** The shortest way from one text to another, line by line (Myers, greedy), with equal beginnings and ends set aside first. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
	const [was, is] = [before.split("\n"), after.split("\n")];
	let head = 0;
	while (head < was.length && head < is.length && was[head] === is[head]) head++;
	let tail = 0;
	while (tail < was.length - head && tail < is.length - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
	const same = (text: string): DiffLine => ({ kind: "same", text });
	return [
		...was.slice(0, head).map(same),
		...diffMiddle(was.slice(head, was.length - tail), is.slice(head, is.length - tail)),
		...was.slice(was.length - tail).map(same),
	];
}

function diffMiddle(was: readonly string[], is: readonly string[]): DiffLine[] {
	const trace = findPath(was, is);
	if (!trace) return [...was.map((text): DiffLine => ({ kind: "removed", text })), ...is.map((text): DiffLine => ({ kind: "added", text }))];
	const lines: DiffLine[] = [];
	let [x, y] = [was.length, is.length];
	for (let edits = trace.length - 1; edits >= 0; edits--) {
		const reached = trace[edits] as ReadonlyMap<number, number>;
		const k = x - y;
		const isDown = k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
		const from = isDown ? k + 1 : k - 1;
		const fromX = edits === 0 ? 0 : (reached.get(from) ?? 0);
		const fromY = fromX - from;
		while (x > Math.max(0, isDown ? fromX : fromX + 1) && y > Math.max(0, isDown ? fromY + 1 : fromY) && was[x - 1] === is[y - 1]) {
			lines.push({ kind: "same", text: was[--x] as string });
			y--;
		}
		if (edits === 0) break;
		if (isDown) lines.push({ kind: "added", text: is[--y] as string });
		else lines.push({ kind: "removed", text: was[--x] as string });
	}
	return lines.reverse();
}

/** How far each diagonal was reached before each edit; undefined if there are too many. */
function findPath(was: readonly string[], is: readonly string[]): ReadonlyMap<number, number>[] | undefined {
	const trace: Map<number, number>[] = [];
	let reached = new Map<number, number>([[1, 0]]);
	for (let edits = 0; edits <= Math.min(MOST_EDITS, was.length + is.length); edits++) {
		trace.push(new Map(reached));
		const next = new Map(reached);
		for (let k = -edits; k <= edits; k += 2) {
			const isDown = k === -edits || (k !== edits && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
			let x = isDown ? (reached.get(k + 1) ?? 0) : (reached.get(k - 1) ?? 0) + 1;
			let y = x - k;
			while (x < was.length && y < is.length && was[x] === is[y]) {
				x++;
				y++;
			}
			next.set(k, x);
			if (x >= was.length && y >= is.length) return trace;
		}
		reached = next;
	}
	return undefined;
}
