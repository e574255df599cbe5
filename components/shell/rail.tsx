"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/class-names.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { writeUrlState } from "@/lib/client/url-state.ts";
import { useList } from "@/lib/client/use-list.ts";
import { leaveFor, leftAt, useUrlState } from "@/lib/client/use-url-state.ts";
import { formatBytes, formatCount } from "@/lib/format/format-bytes.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { LastCalls } from "./last-calls.tsx";
import { type Panel, panelList } from "./panels.ts";
import { RunList } from "./run-list.tsx";
import { SessionSwitcher } from "./session-switcher.tsx";

function Count({ session, panel }: { session: Session; panel: Panel & { list: NonNullable<Panel["list"]> } }) {
	const { items } = useList(session, panel.list);
	if (session.lists[panel.list].pages.length === 0) return null;
	return (
		// not part of the link's name, which must not change with the list
		<span aria-hidden="true" className="ml-auto font-normal text-text-3 tabular-nums narrow:hidden">
			{formatCount(items.length)}
		</span>
	);
}

/** The column on the left: panels, runs, last calls, the size of the capture. Icons only at 1180 px and below. */
export function Rail({ session }: { session: Session }) {
	const path = usePathname();
	const { filter, seq } = useUrlState();
	return (
		<aside aria-label="Session" data-pane="rail" className="flex min-h-0 flex-col border-r border-line-1 p-2 narrow:px-1.5">
			<SessionSwitcher session={session} />
			<nav aria-label="Panels" className="flex flex-col gap-0.5">
				{panelList.map((panel) => {
					const on = path === panel.href;
					return (
						<Link
							key={panel.href}
							// the log goes along, the panel's own item and tab do not
							href={panel.href + writeUrlState({ session: session.id, filter, seq })}
							onClick={(event) => {
								const here = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
								if (here && !on) leaveFor(leftAt(panel.href));
							}}
							prefetch={false}
							aria-current={on ? "page" : undefined}
							aria-label={panel.title}
							title={panel.title}
							className={cx(
								"quick flex h-7 items-center gap-2 rounded-sm px-2 font-medium narrow:h-8 narrow:justify-center narrow:px-0",
								on ? "bg-surface-3 text-text-1" : "text-text-2 hover:bg-surface-3",
							)}
						>
							<Icon of={panel.icon} className={cx(on && "text-accent-text")} />
							<span className="narrow:hidden">{panel.title}</span>
							{panel.list && <Count session={session} panel={{ ...panel, list: panel.list }} />}
						</Link>
					);
				})}
			</nav>
			<div className="flex min-h-0 flex-1 flex-col narrow:hidden">
				<RunList runs={session.runs} current={session.run} state={session.state} />
				<LastCalls sessionId={session.id} />
				<span className="flex-1" />
				<div className="-mx-2 -mb-2 flex h-10 flex-none items-center border-t border-line-1 px-4 text-11 text-text-3 tabular-nums">
					Capture<span className="ml-auto">{formatBytes(session.captureBytes)}</span>
				</div>
			</div>
		</aside>
	);
}
