"use client";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { cx } from "./class-names.ts";
import { rovingTarget } from "./roving.ts";

export type TabItem<Id extends string> = { id: Id; label: string; count?: number };

export type TabsProps<Id extends string> = {
	/** ties the tabs to their `TabPanel`s; from `useId` */
	id?: string;
	label: string;
	items: readonly TabItem<Id>[];
	value: Id;
	onChange: (id: Id) => void;
	className?: string;
};

const tabId = (tabs: string, item: string) => `${tabs}-tab-${item}`;
const panelId = (tabs: string, item: string) => `${tabs}-panel-${item}`;

/** A tab list with automatic activation. It fills the height of the bar that it stands in. */
export function Tabs<Id extends string>({ id, label, items, value, onChange, className }: TabsProps<Id>) {
	const list = useRef<HTMLDivElement>(null);
	const move = (event: KeyboardEvent) => {
		const next = rovingTarget(
			event,
			items.findIndex((item) => item.id === value),
			items.length,
		);
		const item = next === undefined ? undefined : items[next];
		if (!item) return;
		onChange(item.id);
		list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next ?? 0]?.focus();
	};
	return (
		<div ref={list} role="tablist" aria-label={label} onKeyDown={move} className={cx("flex gap-0.5 self-stretch", className)}>
			{items.map((item) => {
				const on = item.id === value;
				return (
					<button
						key={item.id}
						type="button"
						role="tab"
						id={id && tabId(id, item.id)}
						aria-selected={on}
						// a panel that is not shown is not in the document
						aria-controls={id && on ? panelId(id, item.id) : undefined}
						tabIndex={on ? 0 : -1}
						onClick={() => onChange(item.id)}
						className={cx(
							"quick focus-inset relative rounded-xs px-2 font-medium whitespace-nowrap",
							on ? "text-text-1 after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:bg-accent" : "text-text-2 hover:text-text-1",
						)}
					>
						{item.label}
						{item.count !== undefined && <span className="ml-1 tabular-nums text-text-3">{item.count}</span>}
					</button>
				);
			})}
		</div>
	);
}

export type TabPanelProps = {
	/** the `id` of its `Tabs` */
	tabs: string;
	/** the id of its tab */
	value: string;
	className?: string;
	children: ReactNode;
};

/** What the selected tab shows; render only the selected one. */
export function TabPanel({ tabs, value, className, children }: TabPanelProps) {
	return (
		<div role="tabpanel" id={panelId(tabs, value)} aria-labelledby={tabId(tabs, value)} className={className}>
			{children}
		</div>
	);
}
