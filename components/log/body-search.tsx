import { ChevronDown, ChevronUp, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { IconButton } from "@/components/ui/button.tsx";
import { SearchField } from "@/components/ui/search-field.tsx";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { MATCH_LIMIT } from "@/lib/format/json-messages.ts";
import type { BodySearchState } from "./use-body-search.ts";

/** The field, how many places there are, and the way from one to the next. */
export function BodySearch({ search, fieldRef }: { search: BodySearchState; fieldRef: Ref<HTMLInputElement> }) {
	const count = search.found.matches.length;
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key === "Enter") search.step(event.shiftKey ? -1 : 1);
		else if (event.key === "Escape") search.close();
		else return;
		event.preventDefault();
	};
	const of = `${formatCount(count)}${count >= MATCH_LIMIT ? "+" : ""}`;
	return (
		<div className="flex h-8 flex-none items-center gap-0.5 border-b border-line-1 px-2">
			<SearchField
				ref={fieldRef}
				label="Find in body"
				value={search.text}
				onChange={search.setText}
				onKeyDown={onKeyDown}
				className="flex-1"
				trailing={
					<span role="status" className="flex-none text-11 tabular-nums text-text-3">
						{search.text === "" ? "" : count === 0 ? (search.found.done ? "none" : "…") : `${formatCount(search.at + 1)} of ${of}`}
					</span>
				}
			/>
			<IconButton icon={ChevronUp} size="sm" label="Previous match" disabled={count === 0} onClick={() => search.step(-1)} />
			<IconButton icon={ChevronDown} size="sm" label="Next match" disabled={count === 0} onClick={() => search.step(1)} />
			<IconButton icon={X} size="sm" label="Close search" onClick={search.close} />
		</div>
	);
}
