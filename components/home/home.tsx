"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { TextField } from "@/components/ui/text-field.tsx";
import { callBridge } from "@/lib/client/call-bridge.ts";
import type { RecentTarget } from "@/lib/protocol/target.ts";
import { RecentList } from "./recent-list.tsx";
import { targetIcon } from "./target-icons.ts";
import { useOpenTarget } from "./use-open-target.ts";
import { useReadTarget } from "./use-read-target.ts";

/** Where one begins without a target on the command line. */
export function Home() {
	const [text, setText] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const read = useReadTarget(text);
	const open = useOpenTarget();
	const recent = useQuery({ queryKey: ["recentTargets"], queryFn: () => callBridge("recentTargets", {}), staleTime: 0 });
	useEffect(() => {
		field.current?.focus();
	}, []);
	const connect = (event: FormEvent) => {
		event.preventDefault();
		if (text.trim() !== "") open.run(text.trim());
		else field.current?.focus();
	};
	const openRecent = (chosen: RecentTarget) => {
		// a secret that was not kept is typed again
		const missing = chosen.text.indexOf("[masked-");
		if (missing < 0) return open.run(chosen.target);
		setText(chosen.text.replace(/'([^']*)\[masked-[^\]]*\]'/g, "$1").replace(/\[masked-[^\]]*\]/g, ""));
		field.current?.focus();
	};
	const list = recent.data?.recent ?? [];
	return (
		<main data-pane="home" className="scroll-thin min-h-0 flex-1 bg-surface-1">
			<div className="mx-auto max-w-[860px] px-8 pt-14 pb-12">
				<h1 className="text-20 font-semibold tracking-[-0.01em]">Inspect a server</h1>
				<form onSubmit={connect} className="mt-2.5">
					<TextField
						ref={field}
						size="lg"
						mono
						aria-label="Command, file or URL"
						aria-describedby={open.problem ? "home-problem" : "home-hint"}
						placeholder="server.py"
						value={text}
						invalid={open.problem !== undefined}
						onChange={(value) => {
							setText(value);
							open.clear();
						}}
						leading={<Icon of={targetIcon(read?.target.kind)} className="text-text-3" />}
						trailing={
							<>
								{read && <Badge>{read.target.kind}</Badge>}
								<Button type="submit" variant="primary" kbd="enter" disabled={open.busy}>
									Connect
								</Button>
							</>
						}
					/>
					{open.problem ? (
						<p id="home-problem" role="alert" className="mt-1.5 text-12 text-error">
							{open.problem.message}
							{open.problem.hint && <span className="text-text-2"> {open.problem.hint}</span>}
						</p>
					) : (
						<p id="home-hint" className="mt-1.5 text-11 text-text-3">
							A command, a file or a URL. Nothing starts until you press Connect.
						</p>
					)}
				</form>
				{list.length > 0 && <RecentList recent={list} disabled={open.busy} onOpen={openRecent} />}
			</div>
		</main>
	);
}
