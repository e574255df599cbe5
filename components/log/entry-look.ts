import { Activity, ArrowLeft, ArrowRight, CircleDot, Globe, type LucideIcon, Terminal } from "lucide-react";
import type { DotTone } from "@/components/ui/dot.tsx";
import type { EntryRow } from "@/lib/client/entry-store.ts";
import type { EntryKind, Status } from "@/lib/protocol/entry.ts";
import { DashedArrow } from "./dashed-arrow.ts";

/** Shape, colour and words of where an entry came from. `turn`: the drawing points left and has to point right. */
export type WayLook = { icon: LucideIcon; colour: string; words: string; turn?: boolean };

const out: WayLook = { icon: ArrowRight, colour: "text-wire-out", words: "client to server" };
const back: WayLook = { icon: ArrowLeft, colour: "text-wire-in", words: "server to client" };

const ways: Partial<Record<EntryKind, WayLook>> = {
	noise: { icon: Activity, colour: "text-wire-noise", words: "not a frame" },
	stderr: { icon: Terminal, colour: "text-wire-stderr", words: "standard error" },
	http: { icon: Globe, colour: "text-text-2", words: "HTTP exchange" },
	event: { icon: CircleDot, colour: "text-text-3", words: "of the session" },
};

/** How the direction of an entry is drawn. */
export function wayOf({ kind, direction }: Pick<EntryRow, "kind" | "direction">): WayLook {
	const own = ways[kind];
	if (own) return own;
	const way = direction === "out" ? out : back;
	return kind === "notification" ? { icon: DashedArrow, colour: "text-wire-notification", words: way.words, turn: direction === "out" } : way;
}

/** The word and colour of a kind; a request is the beginning of a call. */
export const kindLook: Record<EntryKind, { word: string; colour: string }> = {
	request: { word: "call", colour: "text-text-2" },
	answer: { word: "answer", colour: "text-text-2" },
	notification: { word: "notification", colour: "text-wire-notification" },
	batch: { word: "batch", colour: "text-text-2" },
	noise: { word: "noise", colour: "text-wire-noise" },
	stderr: { word: "stderr", colour: "text-wire-stderr" },
	http: { word: "http", colour: "text-text-2" },
	event: { word: "event", colour: "text-text-2" },
};

/** The dot and words of a status; undefined where a status says nothing. */
export const statusLook: Record<Status, { word: string; tone: DotTone; colour: string } | undefined> = {
	none: undefined,
	pending: { word: "pending", tone: "pending", colour: "text-pending" },
	ok: { word: "ok", tone: "ok", colour: "text-ok" },
	error: { word: "error", tone: "error", colour: "text-error" },
	"tool-error": { word: "tool error", tone: "warn", colour: "text-warn" },
	cancelled: { word: "cancelled", tone: "quiet", colour: "text-text-2" },
	lost: { word: "lost", tone: "error", colour: "text-error" },
	late: { word: "late", tone: "warn", colour: "text-warn" },
	orphan: { word: "orphan", tone: "warn", colour: "text-warn" },
	bad: { word: "failed", tone: "error", colour: "text-error" },
};

/** Whole rows are tinted for errors only. */
export const isTinted = (status: Status): boolean => status === "error" || status === "lost" || status === "bad";

/** An error's code with a real minus sign. */
export const codeText = (code: number): string => String(code).replace("-", "−");

/** What the paired entry is, in one word: an answer leads to its request and back. */
export function pairWord({ kind, pair }: Pick<EntryRow, "kind" | "pair">): string | undefined {
	if (pair === 0) return undefined;
	return kind === "request" ? "answer" : kind === "answer" ? "request" : "call";
}
