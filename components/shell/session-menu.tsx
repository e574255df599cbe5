"use client";
import { Select } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { Icon } from "@/components/ui/icon.tsx";
import { setUrlState } from "@/lib/client/use-url-state.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** The menu of several servers. */
export function SessionMenu({ session, sessions }: { session: Session; sessions: readonly Session[] }) {
	const place = sessions.findIndex(({ id }) => id === session.id) + 1;
	return (
		<Select.Root
			value={session.id}
			modal={false}
			onValueChange={(id) => id !== null && setUrlState({ session: id, item: undefined, tab: undefined, seq: undefined }, { push: true })}
		>
			<Select.Trigger
				aria-label="Server"
				className="quick mb-2 flex h-10 w-full flex-none items-center gap-2 rounded-sm border border-line-1 bg-surface-1 px-2 text-left hover:bg-surface-2 narrow:h-8 narrow:justify-center narrow:border-0 narrow:bg-transparent narrow:px-0"
			>
				<span aria-hidden="true" className="grid size-5.5 flex-none place-items-center rounded-sm bg-surface-3 font-mono text-11 font-semibold text-text-2">
					{session.title.slice(0, 1).toLowerCase()}
				</span>
				<span className="min-w-0 flex-1 narrow:hidden">
					<span className="cut block font-strong">{session.title}</span>
					<span className="cut block text-11 text-text-3">
						{place} of {sessions.length} servers
					</span>
				</span>
				<Select.Icon className="text-text-3 narrow:hidden">
					<Icon of={ChevronsUpDown} />
				</Select.Icon>
			</Select.Trigger>
			<Select.Portal>
				<Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
					<Select.Popup className="scroll-thin max-h-(--available-height) min-w-(--anchor-width) rounded-md bg-surface-1 p-1 shadow-pop outline-none">
						{sessions.map(({ id, title, target }) => (
							<Select.Item
								key={id}
								value={id}
								className="flex h-9 max-w-[360px] items-center gap-1.5 rounded-sm pr-3 pl-1.5 outline-none data-highlighted:bg-surface-3"
							>
								<span className="grid w-3.5 flex-none place-items-center text-accent-text">
									<Select.ItemIndicator>
										<Icon of={Check} size="sm" />
									</Select.ItemIndicator>
								</span>
								<span className="min-w-0">
									<Select.ItemText className="cut block font-medium">{title}</Select.ItemText>
									<span className="cut block font-mono text-11 text-text-3">{target.label}</span>
								</span>
							</Select.Item>
						))}
					</Select.Popup>
				</Select.Positioner>
			</Select.Portal>
		</Select.Root>
	);
}
