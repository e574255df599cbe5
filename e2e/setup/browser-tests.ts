import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { runCommand } from "./run-command.ts";
import type { Tally } from "./tally.ts";

const Report = z.object({
	stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
	errors: z.array(z.unknown()).default([]),
});

/** Runs Playwright over e2e/ and counts what it reports. */
export async function runBrowserTests(args: readonly string[]): Promise<Tally> {
	const file = join(tmpdir(), `mcp-inspect-e2e-${process.pid}.json`);
	const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
	const result = await runCommand("npx", ["playwright", "test", "--reporter=list,json", ...args], { show: true, env });
	if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
	const { stats, errors } = Report.parse(JSON.parse(readFileSync(file, "utf8")));
	rmSync(file);
	const failed = stats.unexpected + stats.flaky + errors.length;
	return { passed: stats.expected, failed: failed === 0 && result.code !== 0 ? 1 : failed, skipped: stats.skipped };
}
