"use client";
import { CircleX } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Split } from "@/components/ui/split.tsx";
import { Strip } from "@/components/ui/strip.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { inspector } from "@/lib/client/inspector.ts";
import { settings } from "@/lib/client/settings-store.ts";
import { useAction } from "@/lib/client/use-action.ts";
import { useStore } from "@/lib/client/use-store.ts";
import type { Session } from "@/lib/protocol/session.ts";
import { LinkStrip } from "./link-strip.tsx";
import { Rail } from "./rail.tsx";
import { TopBar } from "./top-bar.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

const DOCK = { size: 393, shortSize: 286, min: 180, max: "70%" } as const;
const SHORT_WINDOW = 780;

const never = () => () => {};

/** Bar, rail, panel and dock of one session. */
export function SessionFrame({ session, dock, panel }: { session: Session; dock: ReactNode; panel: ReactNode }) {
	const link = useStore(inspector.link);
	const sizesKnown = useStore(settings.settled);
	const isShort = useSyncExternalStore(
		never,
		() => window.innerHeight <= SHORT_WINDOW,
		() => false,
	);
	const restart = useAction(() => callBridge("restart", { sessionId: session.id }));
	const stop = useAction(() => callBridge("stop", { sessionId: session.id }));
	useShellKeys(restart.run);
	const away = link.state === "lost" || link.state === "refused";
	const refusal = restart.problem ?? stop.problem;
	const dismiss = () => {
		restart.clear();
		stop.clear();
	};
	return (
		<div className="h-dvh overflow-x-auto overflow-y-hidden">
			<div className="flex h-full min-w-[960px] flex-col">
				<TopBar
					session={session}
					state={away ? "disconnected" : session.state}
					busy={restart.busy || stop.busy || away}
					onRestart={restart.run}
					onStop={stop.run}
				/>
				<LinkStrip session={session} />
				{refusal && !away && (
					<Strip tone="error" icon={CircleX} title={refusal.message} detail={refusal.hint}>
						<Button size="sm" onClick={dismiss}>
							Dismiss
						</Button>
					</Strip>
				)}
				<div className="grid min-h-0 flex-1 grid-cols-[200px_minmax(0,1fr)] narrow:grid-cols-[44px_minmax(0,1fr)]">
					<Rail session={session} />
					<main className="flex min-h-0 min-w-0 flex-col bg-surface-1">
						{sizesKnown && (
							<Split
								label="Resize messages"
								direction="rows"
								sized="second"
								size={settings.get().sizes.dock ?? (isShort ? DOCK.shortSize : DOCK.size)}
								min={DOCK.min}
								max={DOCK.max}
								onSize={(dock) => settings.change({ sizes: { dock } })}
								first={
									<div data-pane="panel" className="flex min-h-0 flex-1 flex-col">
										{panel}
									</div>
								}
								second={
									<div data-pane="dock" className="flex min-h-0 flex-1 flex-col">
										{dock}
									</div>
								}
								grip
							/>
						)}
					</main>
				</div>
			</div>
		</div>
	);
}
