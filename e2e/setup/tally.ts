export type Tally = { passed: number; failed: number; skipped: number };

export const noTally: Tally = { passed: 0, failed: 0, skipped: 0 };

export const addTallies = (one: Tally, other: Tally): Tally => ({
	passed: one.passed + other.passed,
	failed: one.failed + other.failed,
	skipped: one.skipped + other.skipped,
});

/** "12 passed, 0 failed", with ", 3 skipped" where there are any. */
export const formatTally = ({ passed, failed, skipped }: Tally): string => `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
