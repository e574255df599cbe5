import { ListFilter } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { List } from "@/lib/client/use-list.ts";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import type { ProblemData } from "@/lib/protocol/problem.ts";
import { type ListName, listMethods, type Session } from "@/lib/protocol/session.ts";
import { listWords } from "./list-words.ts";

export type ListNotesProps = {
	session: Session;
	name: ListName;
	list: List;
	found: number;
	/** usable items, found or not */
	count: number;
	query: string;
	problem: ProblemData | undefined;
	onClear: () => void;
};

/** What there is to say about the list: that it is incomplete, old, faulty, or which kind of nothing it is. */
export function ListNotes({ session, name, list, found, count, query, problem, onClear }: ListNotesProps) {
	const faulty = list.items.filter(({ fault }) => fault !== undefined);
	return (
		<>
			<div role="status" className="flex-none text-11 text-text-2 empty:hidden">
				{list.state === "stopped" && <Note tone="warn">{list.message ?? "The list was stopped before its end."}</Note>}
				{list.state === "failed" && <Note tone="error">{list.message ?? "The list could not be read."}</Note>}
				{list.state === "complete" && list.message && <Note tone="error">{list.message}</Note>}
				{problem && <Note tone="error">{problem.message}</Note>}
				{list.stale && count > 0 && (
					<Note tone="quiet">
						{session.state === "connected" ? "Listing again; this is the last list." : "The server is not connected; this is its last list."}
					</Note>
				)}
				{list.loading && !list.stale && count > 0 && <Note tone="quiet">{`${formatCount(count)} so far…`}</Note>}
			</div>
			{faulty.length > 0 && (
				<details className="flex-none border-b border-line-1 px-3 py-1.5 text-11">
					<summary className="text-warn">
						{formatCount(faulty.length)} {faulty.length === 1 ? "item" : "items"} of the list cannot be used
					</summary>
					<ul className="scroll-thin max-h-32 pt-1 text-text-2">
						{faulty.slice(0, 100).map(({ index, fault }) => (
							<li key={index}>{fault}</li>
						))}
					</ul>
				</details>
			)}
			{found === 0 && <Nothing session={session} name={name} list={list} count={count} query={query} onClear={onClear} />}
		</>
	);
}

function Nothing({ session, name, list, count, query, onClear }: Pick<ListNotesProps, "session" | "name" | "list" | "count" | "query" | "onClear">) {
	const { icon, many, title } = listWords[name];
	if (count > 0)
		return (
			<EmptyState
				icon={ListFilter}
				title="Nothing matches"
				action={
					<button type="button" className="link text-11" onClick={onClear}>
						Clear the search
					</button>
				}
			>
				0 of {formatCount(count)} {many} match <span className="font-mono wrap-break-word">{query}</span>
			</EmptyState>
		);
	if (session.state === "connecting" || list.loading)
		return <p className="p-3 text-text-3">{session.state === "connecting" ? "Waiting for the server…" : `Listing the ${many}…`}</p>;
	if (list.state === "absent")
		return session.state === "connected" ? (
			<EmptyState icon={icon} title={`${title} not offered`}>
				The server did not declare this capability.
			</EmptyState>
		) : (
			<p className="p-3 text-text-3">The server is not connected.</p>
		);
	if (list.state !== "complete") return null;
	const [first] = list.pages;
	return (
		<EmptyState
			icon={icon}
			title={`No ${many} yet`}
			action={
				first !== undefined && (
					<button type="button" className="link text-11" onClick={() => setUrlState({ seq: first })}>
						Show frame {first}
					</button>
				)
			}
		>
			The server answered <span className="font-mono">{listMethods[name]}</span> with an empty list.
		</EmptyState>
	);
}

const tones = { warn: "bg-warn-soft", error: "bg-error-soft", quiet: "bg-surface-2" } as const;

function Note({ tone, children }: { tone: keyof typeof tones; children: string }) {
	return <p className={`border-b border-line-1 px-3 py-1.5 wrap-break-word ${tones[tone]}`}>{children}</p>;
}
