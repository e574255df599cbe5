import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatBytes, formatCount } from "./format-bytes.ts";
import { formatDuration } from "./format-duration.ts";
import { formatClock, formatTime } from "./format-time.ts";

describe("formatBytes", () => {
	for (const [bytes, text] of [
		[0, "0 B"],
		[999, "999 B"],
		[1_942, "1.9 KB"],
		[999_949, "999.9 KB"],
		[999_950, "1.0 MB"],
		[48_200_000, "48.2 MB"],
	] as const)
		it(`shows ${bytes} as ${text}`, () => assert.equal(formatBytes(bytes), text));
	it("separates thousands", () => assert.deepEqual([0, 999, 1_000, 102_413, 1_000_000].map(formatCount), ["0", "999", "1,000", "102,413", "1,000,000"]));
});

describe("formatDuration", () => {
	for (const [ms, text] of [
		[0.6, "0.6 ms"],
		[3, "3.0 ms"],
		[12.14, "12.1 ms"],
		[84.2, "84 ms"],
		[999.4, "999 ms"],
		[999.6, "1.00 s"],
		[4_210, "4.21 s"],
		[12_400, "12.4 s"],
		[59_960, "1 min 00 s"],
		[125_000, "2 min 05 s"],
		[3_725_000, "1 h 02 min"],
	] as const)
		it(`shows ${ms} ms as ${text}`, () => assert.equal(formatDuration(ms), text));
});

describe("formatTime", () => {
	const at = new Date(2026, 10, 22, 4, 2, 8, 16).getTime();
	it("shows local clock time to the millisecond", () => assert.equal(formatTime(at), "04:02:08.016"));
	it("leaves milliseconds out where they do not matter", () => assert.equal(formatClock(at), "04:02:08"));
});
