"use client";
import { Braces, Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { JsonTree } from "@/components/data/json-tree.tsx";
import { RawView } from "@/components/data/raw-view.tsx";
import { IconButton } from "@/components/ui/button.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { TabPanel, Tabs } from "@/components/ui/tabs.tsx";
import { readRaw } from "@/lib/client/call-bridge.ts";
import type { EntryRow } from "@/lib/client/entry-store.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { BodySearch } from "./body-search.tsx";
import { DrawerFacts } from "./drawer-facts.tsx";
import { wayOf } from "./entry-look.ts";
import { type Body, useBody } from "./use-body.ts";
import { useBodySearch } from "./use-body-search.ts";

export type DrawerProps = { entry: EntryRow; onSelect: (seq: number) => void; onClose: () => void };

type Form = "pretty" | "raw";
const forms = [
	{ id: "pretty", label: "Pretty" },
	{ id: "raw", label: "Raw bytes" },
] as const;

/** One entry in full: its facts, and its body pretty or as it was. */
export function Drawer({ entry, onSelect, onClose }: DrawerProps) {
	const tabs = useId();
	const { body, problem } = useBody(entry.seq, entry.bytes);
	const [form, setForm] = useState<Form>("pretty");
	const [as, setAs] = useState<"text" | "hex">("text");
	const isBroken = body?.utf8 === false;
	useEffect(() => setAs(isBroken ? "hex" : "text"), [isBroken]);
	const shownForm: Form = isBroken ? "raw" : form;
	const search = useBodySearch(shownForm === "pretty" ? body?.json : undefined);
	const field = useRef<HTMLInputElement>(null);
	const { icon, colour, words, turn } = wayOf(entry);

	const openSearch = (): void => {
		search.open();
		requestAnimationFrame(() => field.current?.select());
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.defaultPrevented) return;
		if (event.key.toLowerCase() === "f" && (event.metaKey || event.ctrlKey) && shownForm === "pretty") {
			event.preventDefault();
			openSearch();
		} else if (event.key === "Escape") {
			event.preventDefault();
			onClose();
		}
	};
	return (
		<aside aria-label={`Message ${entry.seq}`} onKeyDown={onKeyDown} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface-1">
			<div className="flex h-[30px] flex-none items-center border-b border-line-1 pr-1 pl-1.5">
				<Tabs id={tabs} label="Parts of the message" items={[{ id: "body", label: "Body" }]} value="body" onChange={() => undefined} />
				<span className="flex-1" />
				<IconButton icon={X} label="Close details" onClick={onClose} />
			</div>
			<TabPanel tabs={tabs} value="body" className="flex min-h-0 flex-1 flex-col">
				<div className="flex h-7 flex-none items-center gap-2 border-b border-line-1 pr-2 pl-3 whitespace-nowrap">
					<span className={colour} title={words}>
						<Icon of={icon} size="sm" className={turn ? "rotate-180" : undefined} />
					</span>
					<span className="tabular-nums">{entry.seq}</span>
					<span className="cut tabular-nums text-text-3">{formatCount(entry.bytes)} bytes</span>
					<span className="flex-1" />
					{!isBroken && <Segmented label="Form of the body" size="sm" options={forms} value={form} onChange={setForm} />}
					<span className="flex flex-none items-center">
						<CopyButton text={() => copyRaw(entry.seq)} label="Copy body" />
						{shownForm === "pretty" && body && <CopyButton text={() => body.json.pretty()} label="Copy pretty form" icon={Braces} />}
						{shownForm === "pretty" && (
							<IconButton
								icon={Search}
								size="sm"
								label="Find in body"
								pressed={search.isOpen}
								onClick={() => (search.isOpen ? search.close() : openSearch())}
							/>
						)}
					</span>
				</div>
				<DrawerFacts entry={entry} preview={body?.seq === entry.seq ? body.preview : undefined} onSelect={onSelect} />
				{search.isOpen && shownForm === "pretty" && <BodySearch search={search} fieldRef={field} />}
				{problem !== undefined && <p className="px-3 py-2 text-error">{problem}</p>}
				{body && <BodyPane body={body} entry={entry} form={shownForm} as={as} onAs={setAs} search={search} />}
			</TabPanel>
		</aside>
	);
}

function BodyPane({
	body,
	entry,
	form,
	as,
	onAs,
	search,
}: {
	body: Body;
	entry: EntryRow;
	form: Form;
	as: "text" | "hex";
	onAs: (as: "text" | "hex") => void;
	search: ReturnType<typeof useBodySearch>;
}) {
	const fault = useFault(body, entry);
	return (
		<>
			{(fault !== undefined || form === "raw") && (
				<div className="flex min-h-[26px] flex-none items-center gap-2 border-b border-line-1 bg-surface-2 px-3 text-11">
					<span className={cx("min-w-0 flex-1", fault !== undefined ? "text-wire-noise" : "text-text-3")}>{fault ?? "As it crossed the wire"}</span>
					{form === "raw" && (
						<Segmented
							label="Raw bytes as"
							size="sm"
							options={[
								{ id: "text", label: "Text" },
								{ id: "hex", label: "Hex" },
							]}
							value={as}
							onChange={onAs}
						/>
					)}
				</div>
			)}
			{form === "pretty" ? (
				<JsonTree source={body.json} label="Body" needle={search.needle} current={search.current} className="py-[3px]" />
			) : (
				<RawView source={body.raw} label="Raw bytes" as={as} className="py-[3px]" />
			)}
		</>
	);
}

/** What is wrong with the bytes, in words. stderr and events are not JSON and need not be. */
function useFault(body: Body, entry: EntryRow): string | undefined {
	if (body.preview.fault !== undefined) return body.preview.fault;
	if (!body.utf8) return "not valid UTF-8, shown as hex";
	if (entry.kind === "stderr" || entry.kind === "event" || entry.kind === "http") return undefined;
	const { fault, done } = body.json.get();
	return fault && done ? `not JSON: ${fault.message} at byte ${fault.offset}` : undefined;
}

async function copyRaw(seq: number): Promise<string> {
	const { bytes } = await readRaw(seq);
	return new TextDecoder().decode(bytes);
}
