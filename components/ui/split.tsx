"use client";
import { type ReactNode, useRef } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { cx } from "./class-names.ts";

export type SplitProps = {
	/** accessible name of the separator: "Resize messages" */
	label: string;
	/** `rows`: one above the other; `columns`: side by side */
	direction: "rows" | "columns";
	/** which side keeps its pixels when the window changes; the other one takes the rest */
	sized: "first" | "second";
	/** pixels of the sized side; read once, when it appears */
	size: number;
	/** pixels, or a percentage such as "70%" */
	min: number;
	max: number | string;
	/** least pixels of the other side */
	restMin?: number;
	/** after a person changed it, in pixels */
	onSize: (pixels: number) => void;
	first: ReactNode;
	/** null closes that side */
	second: ReactNode;
	className?: string;
	/** a grip in the middle of the line, for splits that are not obvious */
	grip?: boolean;
};

/** Two sides and a line between them that the pointer and the arrow keys move. Double click restores the default size. */
export function Split({ label, direction, sized, size, min, max, restMin = 120, onSize, first, second, className, grip }: SplitProps) {
	const rows = direction === "rows";
	const fixed = { defaultSize: size, minSize: min, maxSize: max, groupResizeBehavior: "preserve-pixel-size" } as const;
	const rest = { minSize: restMin };
	const open = second !== null && second !== undefined && second !== false;
	const sizedSide = useRef<HTMLDivElement>(null);
	return (
		<Group
			orientation={rows ? "vertical" : "horizontal"}
			className={className}
			onLayoutChanged={(_, meta) => {
				if (!meta.isUserInteraction || !open) return;
				// the sizes reach the document with the next frame
				requestAnimationFrame(() => {
					const panel = sizedSide.current;
					if (panel) onSize(Math.round(rows ? panel.offsetHeight : panel.offsetWidth));
				});
			}}
		>
			<Panel
				id="first"
				elementRef={sized === "first" ? sizedSide : undefined}
				className="flex min-h-0 min-w-0 flex-col"
				{...(sized === "first" && open ? fixed : open ? rest : {})}
			>
				{first}
			</Panel>
			{open && (
				<Separator
					aria-label={label}
					className={cx(
						"quick relative z-10 flex-none bg-line-2 focus-visible:bg-accent data-[separator=active]:bg-accent data-[separator=hover]:bg-accent-line",
						rows ? "h-px" : "w-px",
						grip &&
							"before:absolute before:top-1/2 before:left-1/2 before:h-[5px] before:w-7 before:-translate-x-1/2 before:-translate-y-1/2 before:rounded-full before:border before:border-surface-1 before:bg-line-2",
					)}
				/>
			)}
			{open && (
				<Panel
					id="second"
					elementRef={sized === "second" ? sizedSide : undefined}
					className="flex min-h-0 min-w-0 flex-col"
					{...(sized === "second" ? fixed : rest)}
				>
					{second}
				</Panel>
			)}
		</Group>
	);
}
