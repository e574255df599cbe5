/** A moment (milliseconds since the Unix epoch) as local clock time: `14:02:58.016`. */
export function formatTime(at: number): string {
	const time = new Date(at);
	return `${clock(time)}.${String(time.getMilliseconds()).padStart(3, "0")}`;
}

/** The same without milliseconds: `14:02:58`. */
export function formatClock(at: number): string {
	return clock(new Date(at));
}

function clock(time: Date): string {
	return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
