import { readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCommand } from "./run-command.ts";
import type { Tally } from "./tally.ts";

const roots = ["lib", "server", "components"];

/** Runs every `*.test.ts` beside its source under node:test. The files are listed here because Node 20's runner knows no globs. */
export async function runUnitTests(): Promise<Tally> {
	const files = roots.flatMap(testFilesIn);
	if (files.length === 0) return { passed: 0, failed: 1, skipped: 0 };
	const tap = join(tmpdir(), `mcp-inspect-unit-${process.pid}.tap`);
	const reporters = ["--test-reporter=dot", "--test-reporter-destination=stdout", "--test-reporter=tap", `--test-reporter-destination=${tap}`];
	const result = await runCommand(process.execPath, ["--import", "tsx", "--test", ...reporters, ...files], { show: true });
	const text = readFileSync(tap, "utf8");
	const count = (word: string) => Number(text.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? 0);
	const failed = count("fail") + count("cancelled");
	if (failed > 0) process.stdout.write(failuresOf(text));
	// a runner that dies without a summary is a failure too
	return { passed: count("pass"), failed: failed === 0 && result.code !== 0 ? 1 : failed, skipped: count("skipped") + count("todo") };
}

function testFilesIn(path: string): string[] {
	if (statSync(path).isFile()) return path.endsWith(".test.ts") ? [path] : [];
	return readdirSync(path).flatMap((name) => testFilesIn(join(path, name)));
}

/** The "not ok" points of a TAP text with the diagnostics below each. */
function failuresOf(tap: string): string {
	const blocks = tap.split(/^(?=\s*(?:not )?ok )/m).filter((block) => block.trimStart().startsWith("not ok"));
	return `\n${blocks.join("\n").slice(0, 20_000)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	const tally = await runUnitTests();
	console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
	process.exitCode = tally.failed === 0 ? 0 : 1;
}
