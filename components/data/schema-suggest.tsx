"use client";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { cx } from "../ui/class-names.ts";
import type { Suggest } from "./suggest.ts";
import { useAnchored } from "./use-anchored.ts";
import { useSuggestions } from "./use-suggestions.ts";

export type SchemaSuggestProps = {
	id: string;
	name: string;
	label: string | undefined;
	value: string;
	placeholder: string;
	invalid: boolean;
	describedBy: string | undefined;
	suggest: Suggest;
	onChange: (value: string) => void;
};

/**
 * A text for which the server has suggestions (ARIA: combobox with a list). Any text can be typed; the arrow keys lead into the suggestions.
 * Base UI's own combobox hides the rest of the page from assistive technology while its list is open, and here the list opens at every key.
 */
export function SchemaSuggest({ id, name, label, value, placeholder, invalid, describedBy, suggest, onChange }: SchemaSuggestProps) {
	const frame = useRef<HTMLDivElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState(false);
	const [active, setActive] = useState(-1);
	const { values, note, isBusy } = useSuggestions(suggest, name, value, open);
	const style = useAnchored(frame, open);
	const said = note ?? (values.length > 0 ? "" : isBusy ? "Asking the server…" : "The server suggests nothing here.");
	const at = Math.min(active, values.length - 1);
	const hasList = open && values.length > 0;
	const optionId = (index: number) => `${id}-suggestion-${index}`;
	useEffect(() => {
		if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: "nearest" });
	}, [at]);
	const show = () => {
		setActive(-1);
		setOpen(true);
	};
	const choose = (text: string) => {
		onChange(text);
		setOpen(false);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return;
		const chosen = hasList ? values[at] : undefined;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			if (!open) show();
			// one step beyond either end leads back to what was typed
			else if (event.key === "ArrowDown") setActive(at + 1 >= values.length ? -1 : at + 1);
			else setActive(at < 0 ? values.length - 1 : at - 1);
		} else if (event.key === "Enter" && chosen !== undefined) {
			event.preventDefault();
			choose(chosen);
		} else if (event.key === "Escape" && open) {
			event.preventDefault();
			event.stopPropagation();
			setOpen(false);
		}
	};
	return (
		<>
			<div
				ref={frame}
				className={cx(
					"field-frame quick flex h-row min-w-0 items-center rounded-sm border bg-surface-1 px-2",
					invalid ? "border-error" : "border-line-control",
				)}
			>
				<input
					id={id}
					role="combobox"
					aria-label={label}
					aria-describedby={describedBy}
					aria-invalid={invalid || undefined}
					aria-autocomplete="list"
					aria-expanded={hasList}
					aria-controls={hasList ? `${id}-suggestions` : undefined}
					aria-activedescendant={hasList && at >= 0 ? optionId(at) : undefined}
					value={value}
					placeholder={placeholder}
					onChange={(event) => {
						onChange(event.currentTarget.value);
						show();
					}}
					onClick={show}
					onKeyDown={onKeyDown}
					onBlur={() => setOpen(false)}
					autoComplete="off"
					autoCorrect="off"
					autoCapitalize="off"
					spellCheck={false}
					className="field-input h-full min-w-0 flex-1 bg-transparent"
				/>
			</div>
			{open &&
				createPortal(
					<div style={style} className="fixed z-50 flex flex-col rounded-md bg-surface-1 shadow-pop">
						{hasList && (
							<div ref={list} id={`${id}-suggestions`} role="listbox" aria-label={`Suggestions for ${name}`} className="scroll-thin min-h-0 p-1">
								{values.map((each, index) => (
									// biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
									<div
										key={each}
										id={optionId(index)}
										role="option"
										tabIndex={-1}
										aria-selected={index === at}
										// the field keeps the focus
										onMouseDown={(event) => event.preventDefault()}
										onMouseMove={() => setActive(index)}
										onClick={() => choose(each)}
										className={cx("flex h-row items-center rounded-sm px-2 font-mono text-11", index === at && "bg-surface-3")}
									>
										<span className="cut">{each === "" ? <span className="text-text-3">empty text</span> : each}</span>
									</div>
								))}
							</div>
						)}
						<p role="status" className="flex-none px-3 py-1.5 text-11 wrap-break-word text-text-2 empty:hidden">
							{said}
						</p>
					</div>,
					// out of whatever scrolls or clips, and still within the landmark
					frame.current?.closest("main") ?? document.body,
				)}
		</>
	);
}
