/** Asks every 20 ms until `claim` answers something true; throws with `what` after `ms`. */
export async function until<T>(what: string, claim: () => T | Promise<T>, ms = 10_000): Promise<Exclude<NonNullable<T>, false>> {
	const endsAt = performance.now() + ms;
	for (;;) {
		const value = await claim();
		if (value) return value as Exclude<NonNullable<T>, false>;
		if (performance.now() > endsAt) throw new Error(`Not within ${ms} ms: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
