/** Lets input and painting happen, then goes on. Not a timer: those wait a second in hidden tabs. */
export function yieldNow(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(0);
	});
}

/** Work in slices: resolves at once while less than `sliceMs` passed since the last yield, else after one. */
export function createPacer(sliceMs: number, now: () => number = () => performance.now()): () => Promise<void> | undefined {
	let since = now();
	return () => {
		if (now() - since < sliceMs) return undefined;
		return yieldNow().then(() => {
			since = now();
		});
	};
}
