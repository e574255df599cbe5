/**
 * Schedules like `scheduleFrame`, but at least `restMs` after the run before: in a flood the page needs its time for people, and nobody
 * reads sixty screens a second.
 */
export function createPacedSchedule(restMs: number): (run: () => void) => void {
	let ranAt = 0;
	return (run) => {
		const go = (): void => {
			ranAt = performance.now();
			run();
		};
		const wait = ranAt + restMs - performance.now();
		if (wait <= 0) scheduleFrame(go);
		else setTimeout(() => scheduleFrame(go), wait);
	};
}

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
