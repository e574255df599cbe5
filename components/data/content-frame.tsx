import type { ReactNode } from "react";
import { CopyButton } from "../ui/copy-button.tsx";
import { JsonView } from "./json-view.tsx";

export type ContentFrameProps = {
	index: number;
	type: string;
	/** size and other measures, at the end of the head */
	facts: string;
	copy: string;
	copyLabel: string;
	/** annotations and _meta as JSON text */
	extra: string | undefined;
	actions?: ReactNode;
	children: ReactNode;
};

/** The frame of one content block: index, type and size stand over whatever it holds. */
export function ContentFrame({ index, type, facts, copy, copyLabel, extra, actions, children }: ContentFrameProps) {
	return (
		<article aria-label={`content[${index}]`} className="min-w-0 overflow-hidden rounded-sm border border-line-1">
			<div className="flex h-row items-center gap-2 border-b border-line-1 bg-surface-2 pr-1 pl-2 text-11 text-text-3">
				<span className="font-mono">[{index}]</span>
				<span className="cut">{type}</span>
				<span className="flex-1" />
				{actions}
				<span className="flex-none tabular-nums">{facts}</span>
				<CopyButton text={copy} label={copyLabel} />
			</div>
			{children}
			{extra && (
				<details className="border-t border-line-1 text-11 text-text-3">
					<summary className="px-2.5 py-1">annotations and _meta</summary>
					<JsonView text={extra} label={`Annotations of content[${index}]`} />
				</details>
			)}
		</article>
	);
}
