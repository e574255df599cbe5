"use client";
import { useEffect, useState } from "react";
import { callBridge } from "@/lib/client/call-bridge.ts";
import { Problem } from "@/lib/protocol/problem.ts";
import type { Target } from "@/lib/protocol/target.ts";

const TYPING_MS = 120;

export type ReadTarget = { text: string; target: Target; summary: string };

/** What the bridge reads in `text`, a moment after the typing stopped; undefined while it is nothing yet or something wrong. Starts nothing. */
export function useReadTarget(text: string): ReadTarget | undefined {
	const [read, setRead] = useState<ReadTarget>();
	useEffect(() => {
		const trimmed = text.trim();
		if (trimmed === "") return;
		const ended = new AbortController();
		const timer = setTimeout(() => {
			callBridge("readTarget", { text: trimmed }, { signal: ended.signal }).then(
				(reply) => setRead({ text, ...reply }),
				(error: unknown) => {
					if (ended.signal.aborted) return;
					// half a command is not a mistake yet: Connect says what is wrong
					if (error instanceof Problem) setRead(undefined);
					else throw error;
				},
			);
		}, TYPING_MS);
		return () => {
			clearTimeout(timer);
			ended.abort();
		};
	}, [text]);
	return text.trim() === "" ? undefined : read;
}
