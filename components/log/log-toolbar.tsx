import { ArrowDownToLine, Ban, PanelRight, Pause } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { cx } from "@/components/ui/class-names.ts";
import { SearchField } from "@/components/ui/search-field.tsx";
import { formatCount } from "@/lib/format/format-bytes.ts";

export type LogToolbarProps = {
	filter: string;
	onFilter: (text: string) => void;
	filterRef: Ref<HTMLInputElement>;
	onFilterKey: (event: KeyboardEvent<HTMLInputElement>) => void;
	matched: number;
	total: number;
	/** a scan of older entries is under way */
	busy: boolean;
	follow: boolean;
	onFollow: () => void;
	paused: boolean;
	onPause: () => void;
	onClear: () => void;
	drawer: boolean;
	onDrawer: () => void;
};

/** The bar above the grid. */
export function LogToolbar(props: LogToolbarProps) {
	const { filter, matched, total, busy, follow, paused, drawer } = props;
	return (
		<div className="flex h-8 flex-none items-center gap-2 border-b border-line-1 pr-2 pl-3">
			<h2 className="text-12 font-semibold">Messages</h2>
			<SearchField
				ref={props.filterRef}
				label="Filter messages"
				icon="filter"
				mono
				placeholder="Filter: text, method: kind: dir: status: id: and - to leave out"
				value={filter}
				onChange={props.onFilter}
				onKeyDown={props.onFilterKey}
				className="flex-1"
				trailing={
					<span
						className={cx("flex-none text-11 tabular-nums text-text-3", busy && "animate-pulse-pending")}
						title={busy ? "Still searching older messages" : undefined}
					>
						<span className="text-text-1">{formatCount(matched)}</span> of {formatCount(total)}
					</span>
				}
			/>
			<span className="flex flex-none items-center gap-0.5">
				<Button
					variant="quiet"
					size="sm"
					icon={ArrowDownToLine}
					aria-pressed={follow}
					onClick={props.onFollow}
					title="Stay at the newest message (F)"
					className={cx("h-6!", follow && "bg-accent-soft text-accent-text! hover:bg-accent-soft!")}
				>
					Follow
				</Button>
				<IconButton icon={Pause} label="Pause view" pressed={paused} onClick={props.onPause} />
				<IconButton icon={Ban} label="Clear" title="Clear: hides what is here, deletes nothing" onClick={props.onClear} />
				<span className="mx-1 h-4 w-px bg-line-2" />
				<IconButton icon={PanelRight} label="Message details" pressed={drawer} onClick={props.onDrawer} />
			</span>
		</div>
	);
}
