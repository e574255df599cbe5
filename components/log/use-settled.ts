import { useEffect, useState } from "react";

/** A value that is being typed, once it stayed the same for `ms`. */
export function useSettled<T>(value: T, ms: number): T {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		if (value === settled) return;
		const timer = setTimeout(() => setSettled(value), ms);
		return () => clearTimeout(timer);
	}, [value, settled, ms]);
	return settled;
}
