"use client";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { cx } from "@/components/ui/class-names.ts";
import { CHARACTER_TAIL, hexRow, textRow } from "@/lib/format/raw-rows.ts";
import type { ByteSource } from "./byte-source.ts";
import { useRowWindow } from "./use-row-window.ts";

export type RawViewProps = {
	source: ByteSource;
	/** the accessible name */
	label: string;
	as: "text" | "hex";
	className?: string;
};

const rowHeight = 18;
const decoder = new TextDecoder();
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Bytes as they are, wrapped by count so that any part of any size is drawn without what is before it. */
export function RawView({ source, label, as, className }: RawViewProps) {
	useSyncExternalStore(source.subscribe, source.get, source.get);
	const [columns, setColumns] = useState(48);
	const gutter = String(source.total).length + 2;
	// a byte in hex takes three columns and one more as ASCII
	const perRow = as === "text" ? Math.max(16, columns - gutter - 2) : columns - gutter >= 16 * 4 + 3 ? 16 : 8;
	const count = Math.ceil(source.total / perRow);
	const { ref, window } = useRowWindow({ count, rowHeight, overscan: 10 });
	const probe = useRef<HTMLSpanElement>(null);
	useLayoutEffect(() => {
		const element = ref.current;
		if (!element) return;
		const measure = (): void => {
			const width = (probe.current?.getBoundingClientRect().width ?? 0) / 100;
			if (width > 0) setColumns(Math.floor((element.clientWidth - 8) / width));
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [ref]);
	useEffect(() => {
		if (window.last > window.first) source.want(window.first * perRow, window.last * perRow + CHARACTER_TAIL);
	});
	const rows: ReactNode[] = [];
	for (let row = window.first; row < window.last; row++) {
		const from = row * perRow;
		const to = Math.min(source.total, from + perRow);
		const bytes = source.read(from, Math.min(source.total, to + CHARACTER_TAIL));
		rows.push(
			<div key={row} className="flex h-[18px]">
				<span className="flex-none pr-2 text-right text-text-3 select-none" style={{ width: `${gutter}ch` }}>
					{from}
				</span>
				{bytes && (as === "text" ? <span>{textRow(bytes, to - from, row === 0, decode)}</span> : <Hex bytes={bytes.subarray(0, to - from)} perRow={perRow} />)}
			</div>,
		);
	}
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
		<div
			ref={ref}
			role="group"
			aria-label={label}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
			tabIndex={0}
			className={cx("scroll-thin focus-inset relative min-h-0 flex-1 font-mono text-[11px] leading-[18px] whitespace-pre", className)}
		>
			<span ref={probe} aria-hidden="true" className="invisible absolute">
				{"0".repeat(100)}
			</span>
			<div className="relative" style={{ height: window.height }}>
				<div className="absolute top-0 left-0 min-w-full" style={{ transform: `translateY(${window.top}px)` }}>
					{rows}
				</div>
			</div>
		</div>
	);
}

function Hex({ bytes, perRow }: { bytes: Uint8Array; perRow: number }) {
	const { hex, ascii } = hexRow(bytes);
	return (
		<>
			<span>{hex.padEnd(perRow * 3 - 1)}</span>
			<span className="pl-[2ch] text-text-3">{ascii}</span>
		</>
	);
}
