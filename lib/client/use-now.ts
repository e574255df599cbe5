import { useEffect, useState } from "react";

/** The time in epoch milliseconds, anew every `everyMs`; it stands still while `ticking` is false. 0 until the page runs in a browser. */
export function useNow(everyMs: number, ticking = true): number {
	const [now, setNow] = useState(0);
	useEffect(() => {
		setNow(Date.now());
		if (!ticking) return;
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs, ticking]);
	return now;
}
