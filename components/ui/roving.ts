/** What of a keyboard event is asked. */
export type RovingKey = { key: string; metaKey: boolean; ctrlKey: boolean; altKey: boolean; preventDefault(): void };

/**
 * Where the arrow keys, Home and End lead in a row of `count` things from `index`, wrapping at both ends; undefined for other keys.
 * Calls `preventDefault` when it answers.
 */
export function rovingTarget(event: RovingKey, index: number, count: number): number | undefined {
	const moves: Readonly<Record<string, number>> = {
		ArrowRight: (index + 1) % count,
		ArrowDown: (index + 1) % count,
		ArrowLeft: (index - 1 + count) % count,
		ArrowUp: (index - 1 + count) % count,
		Home: 0,
		End: count - 1,
	};
	const next = moves[event.key];
	if (next === undefined || event.metaKey || event.ctrlKey || event.altKey) return undefined;
	event.preventDefault();
	return next;
}
