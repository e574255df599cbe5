import { runBrowserTests } from "./browser-tests.ts";
import { ensureBrowser } from "./find-browser.ts";
import { ensurePythonEnvs } from "./python-envs.ts";
import { runCommand } from "./run-command.ts";
import { staleBuild } from "./stale-build.ts";
import { addTallies, formatTally, noTally, type Tally } from "./tally.ts";
import { runUnitTests } from "./unit-tests.ts";

/** `npm test`: makes what the tests need, runs everything, and closes with one line "N passed, N failed". Arguments go to Playwright. */
const inCi = /^(1|true)$/i.test(process.env.CI ?? "");
const startedAt = Date.now();
const say = (text: string) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(0).padStart(4)} s] ${text}`);

/** Checks that are one command each: they pass when it exits 0. */
const checks: readonly [name: string, command: string, ...args: string[]][] = [
	["types of the page", "npx", "tsc", "-p", "tsconfig.json"],
	["types of the pure library", "npx", "tsc", "-p", "lib/tsconfig.json"],
	["types of the browser's library", "npx", "tsc", "-p", "lib/client/tsconfig.json"],
	["types of the bridge", "npx", "tsc", "-p", "server/tsconfig.json"],
	["types of the tests", "npx", "tsc", "-p", "e2e/tsconfig.json"],
	["types of the figures", "npx", "tsc", "-p", "bench/tsconfig.json"],
	["lint, format and layers", "npx", "biome", "check", "--error-on-warnings", "."],
	["unused code and packages", "npx", "knip"],
	["package manifest", "npx", "publint"],
	["size of the first load", "npx", "size-limit"],
];

async function build(): Promise<void> {
	const reason = staleBuild();
	if (!reason) return;
	say(`building, because ${reason} …`);
	const built = await runCommand("npm", ["run", "build"], { show: true });
	if (built.code !== 0) throw new Error("The build failed; its output is above.");
}

async function runChecks(): Promise<Tally> {
	let tally = noTally;
	for (const [name, command, ...args] of checks) {
		const result = await runCommand(command, args);
		say(`${result.code === 0 ? "ok    " : "FAILED"} ${name}`);
		if (result.code !== 0) console.log(result.output.slice(-8_000));
		tally = addTallies(tally, { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1, skipped: 0 });
	}
	return tally;
}

/** Makes browser and Python environments. Where an index cannot be reached the tests that need it skip themselves; CI counts that as failed. */
async function prepare(): Promise<Tally> {
	say(`browser: ${await ensureBrowser(say)}`);
	const missing = await ensurePythonEnvs(say);
	for (const [name, reason] of missing) say(`${inCi ? "FAILED" : "skipping"} what needs the Python environment "${name}": ${reason}`);
	return { passed: 0, failed: inCi ? missing.size : 0, skipped: 0 };
}

async function runAll(): Promise<Tally> {
	await build();
	const prepared = await prepare();
	const checked = await runChecks();
	say("unit tests …");
	const unit = await runUnitTests();
	say(`unit tests: ${formatTally(unit)}`);
	say("browser tests …");
	const browser = await runBrowserTests(process.argv.slice(2));
	say(`browser tests: ${formatTally(browser)}`);
	return [prepared, checked, unit, browser].reduce(addTallies);
}

let tally: Tally;
try {
	tally = await runAll();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	tally = { passed: 0, failed: 1, skipped: 0 };
}
console.log(`\n${formatTally(tally)}`);
process.exitCode = tally.failed === 0 ? 0 : 1;
