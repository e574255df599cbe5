/** Runs `run` once before the next paint, or after 250 ms where nothing is painted: a hidden tab has no frames. Returns its undo. */
export function scheduleFrame(run: () => void): () => void {
	const cancel = (): void => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
	const fire = (): void => {
		cancel();
		run();
	};
	const frame = requestAnimationFrame(fire);
	const timer = setTimeout(fire, 250);
	return cancel;
}
