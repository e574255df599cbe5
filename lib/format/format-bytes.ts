const units = ["B", "KB", "MB", "GB", "TB"] as const;

/** A size for people: `48 B`, `1.9 KB`, `48.2 MB`. One KB is 1,000 bytes. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	// 999.95 would be shown as "1000.0"
	while (value >= (unit === 0 ? 1000 : 999.95) && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** A count with thousands separated: `102,413`. */
export function formatCount(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
