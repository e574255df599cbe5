const two = (value: number): string => String(value).padStart(2, "0");

/** Milliseconds for people: `3.0 ms`, `84 ms`, `4.21 s`, `12.4 s`, `2 min 05 s`, `1 h 02 min`. */
export function formatDuration(ms: number): string {
	if (ms < 19.95) return `${ms.toFixed(1)} ms`;
	if (ms < 999.5) return `${Math.round(ms)} ms`;
	if (ms < 9_995) return `${(ms / 1000).toFixed(2)} s`;
	if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
	const seconds = Math.round(ms / 1000);
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
	const minutes = Math.floor(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}
