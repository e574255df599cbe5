"use client";
import { ArrowDown } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Split } from "@/components/ui/split.tsx";
import { inspector } from "@/lib/client/inspector.ts";
import { settings } from "@/lib/client/settings-store.ts";
import { useEntryView } from "@/lib/client/use-entry-view.ts";
import { useSession } from "@/lib/client/use-session.ts";
import { useStore } from "@/lib/client/use-store.ts";
import { setUrlState, useUrlState } from "@/lib/client/use-url-state.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { Drawer } from "./drawer.tsx";
import { drawerWidth } from "./drawer-width.ts";
import { LogEmpty } from "./log-empty.tsx";
import { LogGrid, type LogGridHandle } from "./log-grid.tsx";
import { LogToolbar } from "./log-toolbar.tsx";
import { useSettled } from "./use-settled.ts";

const { entries } = inspector;

/** The log of the session: what crossed the wire, and what else happened, on one clock. */
export function LogDock() {
	const session = useSession();
	const { filter = "", seq } = useUrlState();
	const drawerOpen = useStore(settings, (value) => value.drawerOpen);
	const [clearedAt, setClearedAt] = useState<Readonly<Record<string, number>>>({});
	const [pausedAt, setPausedAt] = useState<number>();
	const [follow, setFollow] = useState(true);
	const [seenCount, setSeenCount] = useState(0);
	const grid = useRef<LogGridHandle>(null);
	const field = useRef<HTMLInputElement>(null);

	const fromSeq = (session && clearedAt[session.id]) ?? 1;
	const { view, snapshot } = useEntryView(session?.id, useSettled(filter, 120), fromSeq);
	const { matched } = snapshot;
	const count = pausedAt === undefined || !view ? matched : Math.min(matched, view.indexFrom(pausedAt + 1));
	const fresh = pausedAt !== undefined ? matched - count : follow ? 0 : Math.max(0, matched - seenCount);

	const selected = seq === undefined ? undefined : entries.read(seq);
	const shown = drawerOpen && selected && selected.sessionId === session?.id ? selected : undefined;
	useOpenOnLink(seq);

	const latest = useRef(matched);
	latest.current = matched;
	const changeFollow = useCallback((next: boolean): void => {
		setFollow((before) => {
			if (before && !next) setSeenCount(latest.current);
			return next;
		});
	}, []);
	const select = useCallback((next: number | undefined, open: boolean): void => {
		setUrlState({ seq: next });
		if (open && !settings.get().drawerOpen) settings.change({ drawerOpen: true });
	}, []);
	const closeDrawer = (): void => {
		settings.change({ drawerOpen: false });
		grid.current?.focus();
	};
	const close = (): boolean => {
		if (shown) closeDrawer();
		else if (seq !== undefined) setUrlState({ seq: undefined });
		else return false;
		return true;
	};
	const toggleDrawer = (): void => {
		if (shown) return settings.change({ drawerOpen: false });
		if (!selected && count > 0 && view) setUrlState({ seq: view.seqAt(count - 1) });
		settings.change({ drawerOpen: true });
	};
	const backToNewest = (): void => {
		setPausedAt(undefined);
		setFollow(true);
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.defaultPrevented || event.key.toLowerCase() !== "f" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return;
		event.preventDefault();
		field.current?.focus();
		field.current?.select();
	};
	const onFilterKey = (event: KeyboardEvent<HTMLInputElement>): void => {
		if (event.key === "Escape" && filter !== "") {
			event.preventDefault();
			setUrlState({ filter: undefined });
		} else if (event.key === "ArrowDown" || event.key === "Enter") {
			event.preventDefault();
			grid.current?.focus();
		}
	};
	const log = (
		<div className="relative flex min-h-0 flex-1 flex-col">
			<LogGrid
				ref={grid}
				entries={entries}
				sessionId={session?.id ?? ""}
				view={view}
				count={count}
				selected={seq}
				follow={follow && pausedAt === undefined}
				onFollow={changeFollow}
				onSelect={select}
				onClose={close}
			/>
			{view && count === 0 && !snapshot.busy && (
				<div className="absolute inset-x-0 top-[22px] bottom-0 overflow-auto">
					<LogEmpty
						filter={filter}
						total={snapshot.total}
						cleared={fromSeq > 1}
						onShowAll={() => session && setClearedAt((known) => ({ ...known, [session.id]: 1 }))}
						onClearFilter={() => setUrlState({ filter: undefined })}
					/>
				</div>
			)}
			{fresh > 0 && (
				<Button
					variant="primary"
					size="sm"
					icon={ArrowDown}
					onClick={backToNewest}
					className="absolute! bottom-3 left-1/2 -translate-x-1/2 rounded-full! px-2.5! shadow-pop"
				>
					{formatCount(fresh)} new
				</Button>
			)}
		</div>
	);
	return (
		<section aria-label="Messages" onKeyDown={onKeyDown} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface-1">
			<LogToolbar
				filter={filter}
				onFilter={(text) => setUrlState({ filter: text === "" ? undefined : text })}
				filterRef={field}
				onFilterKey={onFilterKey}
				matched={count}
				total={snapshot.total}
				busy={snapshot.busy && view !== undefined}
				follow={follow}
				onFollow={() => (follow ? changeFollow(false) : backToNewest())}
				paused={pausedAt !== undefined}
				onPause={() => setPausedAt((before) => (before === undefined ? entries.get().lastSeq : undefined))}
				onClear={() => session && setClearedAt((known) => ({ ...known, [session.id]: entries.get().lastSeq + 1 }))}
				drawer={shown !== undefined}
				onDrawer={toggleDrawer}
			/>
			<Split
				label="Resize details"
				direction="columns"
				sized="second"
				size={drawerWidth()}
				min={240}
				max="70%"
				restMin={320}
				onSize={(drawer) => settings.change({ sizes: { drawer } })}
				first={log}
				second={shown ? <Drawer entry={shown} onSelect={(next) => select(next, true)} onClose={closeDrawer} /> : null}
				className="min-h-0 flex-1"
			/>
		</section>
	);
}

/** A link to an entry, followed while the page is open, shows it. */
function useOpenOnLink(seq: number | undefined): void {
	const first = useRef(true);
	useEffect(() => {
		if (!first.current && seq !== undefined && document.activeElement?.closest('[role="grid"]') === null) settings.change({ drawerOpen: true });
		first.current = false;
	}, [seq]);
}
