"use client";
import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { TextField } from "@/components/ui/text-field.tsx";

const tokenIn = (text: string): string | undefined => /#(?:.*&)?token=([^&\s]+)/.exec(text)?.[1];

/** What to do when the bridge does not let this page in: no token, or that of an earlier start. */
export function RefusedPage() {
	const [text, setText] = useState("");
	const [error, setError] = useState<string>();
	const open = (event: FormEvent) => {
		event.preventDefault();
		const token = tokenIn(text);
		if (!token) return setError("That is not the printed link: it ends in #token= and a long key.");
		// another port is another inspector; its link has to be opened as it is
		const port = /^https?:\/\/[^/]*?:(\d+)/.exec(text.trim())?.[1];
		if (port && port !== location.port)
			return setError(`That link leads to port ${port}, this page is on ${location.port || "the default port"}. Open it in the address bar.`);
		location.hash = `token=${token}`;
	};
	return (
		<main className="scroll-thin min-h-0 flex-1 bg-surface-1">
			<div className="mx-auto max-w-[640px] px-8 py-12">
				<h1 className="flex items-center gap-2 text-20 font-semibold tracking-[-0.01em]">
					<KeyRound aria-hidden="true" size={18} strokeWidth={1.75} className="text-text-3" />
					This page has no key
				</h1>
				<p className="mt-2 text-13 text-text-2">
					mcp-inspect lets only pages in that were opened with its link. Open the link that it printed in the terminal, or paste it here. A link from an earlier
					start no longer works.
				</p>
				<form onSubmit={open} className="mt-4">
					<TextField
						size="lg"
						mono
						aria-label="Link from the terminal"
						aria-describedby={error ? "refused-error" : undefined}
						placeholder="http://127.0.0.1:6290/#token=…"
						value={text}
						invalid={error !== undefined}
						onChange={(value) => {
							setText(value);
							setError(undefined);
						}}
						autoFocus
						trailing={
							<Button type="submit" variant="primary" kbd="enter">
								Open
							</Button>
						}
					/>
					<p id="refused-error" role="alert" className="mt-1.5 min-h-4 text-error">
						{error}
					</p>
				</form>
			</div>
		</main>
	);
}
