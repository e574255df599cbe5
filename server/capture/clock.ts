/** Milliseconds since the Unix epoch with fractions, from the monotonic clock: never goes back, and sleep is no timeout. */
export function now(): number {
	return performance.timeOrigin + performance.now();
}
