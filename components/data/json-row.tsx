import { ChevronDown, ChevronRight } from "lucide-react";
import { cx } from "@/components/ui/class-names.ts";
import { columnsOf } from "@/lib/format/find-in-lines.ts";
import { formatBytes, formatCount } from "@/lib/format/format-bytes.ts";
import type { JsonLine, JsonSpan, SpanKind } from "@/lib/format/json-spans.ts";
import { visibleText } from "@/lib/format/visible-text.ts";

const colours: Record<SpanKind, string> = {
	key: "text-text-1",
	string: "text-json-string",
	number: "text-json-number",
	literal: "text-json-literal",
	punctuation: "text-text-3",
	plain: "text-text-2",
};

export const JSON_ROW_HEIGHT = 18;

export type JsonRowProps = {
	id: string;
	row: number;
	at: number;
	line: JsonLine | undefined;
	folded: boolean;
	active: boolean;
	mark: string | undefined;
	needle: string;
	/** column of the match that the search stands at, if it is in this line */
	current: number | undefined;
	/** px of the column of line numbers, 0 for none */
	gutter: number;
	onFold: (line: JsonLine) => void;
	onPoint: (row: number) => void;
};

/** One line of JSON: number, fold, text. */
export function JsonRow({ id, row, at, line, folded, active, mark, needle, current, gutter, onFold, onPoint }: JsonRowProps) {
	const opens = line !== undefined && line.match > 0;
	const Chevron = folded ? ChevronRight : ChevronDown;
	return (
		// biome-ignore lint/a11y/useFocusableInteractive: the tree is the one tab stop and names its active line
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
		<div
			id={id}
			role="treeitem"
			aria-level={(line?.depth ?? 0) + 1}
			aria-expanded={opens ? !folded : undefined}
			aria-selected={active}
			onClick={() => onPoint(row)}
			className={cx("grid h-[18px] w-max min-w-full", mark !== undefined ? "bg-error-soft" : active ? "group-focus/json:bg-surface-3" : "hover:bg-surface-2")}
			style={{ gridTemplateColumns: gutter > 0 ? `${gutter}px 16px 1fr` : "16px 1fr" }}
		>
			{gutter > 0 && <span className="pr-1 text-right text-text-3 select-none">{at + 1}</span>}
			<span className="grid place-items-center text-text-3 select-none">
				{opens && line && (
					// biome-ignore lint/a11y/noStaticElementInteractions: the same is on the arrow keys
					// biome-ignore lint/a11y/useKeyWithClickEvents: the same is on the arrow keys
					<span className="grid size-4 place-items-center rounded-xs hover:bg-surface-3" onClick={() => onFold(line)}>
						<Chevron aria-hidden="true" size={12} strokeWidth={2} />
					</span>
				)}
			</span>
			<span className="pr-3">
				{line && (
					<>
						{"  ".repeat(line.depth)}
						<Spans spans={line.spans} needle={needle} current={current} />
						{folded && <Folded line={line} onFold={onFold} />}
						{mark !== undefined && <span className="ml-2 font-sans text-error select-text">{mark}</span>}
					</>
				)}
			</span>
		</div>
	);
}

function Folded({ line, onFold }: { line: JsonLine; onFold: (line: JsonLine) => void }) {
	const isArray = line.spans.at(-1)?.text === "[";
	const what = isArray ? (line.count === 1 ? "item" : "items") : line.count === 1 ? "key" : "keys";
	return (
		<>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the same is on the arrow keys */}
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the same is on the arrow keys */}
			<span className="rounded-xs bg-surface-3 px-1 font-sans text-text-3" onClick={() => onFold(line)}>
				{formatCount(line.count)} {what}
			</span>
			<span className="text-text-3">{isArray ? "]" : "}"}</span>
		</>
	);
}

function Spans({ spans, needle, current }: { spans: readonly JsonSpan[]; needle: string; current: number | undefined }) {
	const text = needle === "" ? "" : spans.map((span) => span.text).join("");
	const hits = needle === "" ? [] : columnsOf(text, needle);
	let column = 0;
	return spans.map((span, at) => {
		const start = column;
		column += span.text.length;
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: the spans of a line never change places
			<span key={at} className={colours[span.kind]}>
				{hits.length === 0 ? (
					visibleText(span.text)
				) : (
					<Marked text={visibleText(span.text)} start={start} hits={hits} length={needle.length} current={current} />
				)}
				{span.cut !== undefined && <span className="ml-1 rounded-xs bg-surface-3 px-1 font-sans text-text-3">{formatBytes(span.cut)} more in Raw bytes</span>}
			</span>
		);
	});
}

/** A piece of a line with the matches that reach into it; one match may span several pieces. */
function Marked({ text, start, hits, length, current }: { text: string; start: number; hits: readonly number[]; length: number; current: number | undefined }) {
	const parts: { text: string; hit: number | undefined }[] = [];
	let at = 0;
	for (const hit of hits) {
		const from = Math.max(0, hit - start);
		const to = Math.min(text.length, hit + length - start);
		if (to <= at || from >= text.length) continue;
		if (from > at) parts.push({ text: text.slice(at, from), hit: undefined });
		parts.push({ text: text.slice(Math.max(from, at), to), hit });
		at = to;
	}
	if (at < text.length) parts.push({ text: text.slice(at), hit: undefined });
	return parts.map((part, index) =>
		part.hit === undefined ? (
			part.text
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: parts never change places
			<mark key={index} className={cx("rounded-[2px] text-inherit", part.hit === current ? "bg-accent-line" : "bg-warn-soft")}>
				{part.text}
			</mark>
		),
	);
}
