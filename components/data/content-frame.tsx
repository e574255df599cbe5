import type { ReactNode } from "react";
import { cx } from "../ui/class-names.ts";
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
	/** how what it is differs from what the server calls it */
	differs?: string | undefined;
	/** it is alone and takes the height that there is */
	fill?: boolean | undefined;
	actions?: ReactNode;
	children: ReactNode;
};

/** The frame of one content block: index, type and size stand over whatever it holds. */
export function ContentFrame({ index, type, facts, copy, copyLabel, extra, differs, fill, actions, children }: ContentFrameProps) {
	return (
		<article
			aria-label={`content[${index}]`}
			className={cx("min-w-0 overflow-hidden", fill ? "flex min-h-0 flex-1 flex-col" : "rounded-sm border border-line-1")}
		>
			<div className={cx("flex h-row flex-none items-center gap-2 border-b border-line-1 bg-surface-2 text-11 text-text-3", fill ? "pr-2 pl-4" : "pr-1 pl-2")}>
				{!fill && <span className="font-mono">[{index}]</span>}
				<span className="cut" title={type}>
					{type}
				</span>
				<span className="flex-1" />
				{actions}
				<span className="flex-none tabular-nums">{facts}</span>
				<CopyButton text={copy} label={copyLabel} />
			</div>
			{differs !== undefined && (
				<p className={cx("flex-none border-b border-line-1 bg-warn-soft py-1 text-11 wrap-break-word text-text-1", fill ? "px-4" : "px-2.5")}>{differs}</p>
			)}
			{children}
			{extra && (
				<details className={cx("flex-none border-t border-line-1 text-11 text-text-3", fill && "max-h-1/2 overflow-auto")}>
					<summary className={cx("py-1", fill ? "px-4" : "px-2.5")}>annotations and _meta</summary>
					<JsonView text={extra} label={`Annotations of content[${index}]`} />
				</details>
			)}
		</article>
	);
}
