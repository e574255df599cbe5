import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { runCli } from "./setup/run-cli.ts";
import { until } from "./setup/until.ts";

const sharedOptions = [
	"--env",
	"--env-file",
	"--clean-env",
	"--cwd",
	"--port",
	"--no-open",
	"--json",
	"--data-dir",
	"--era",
	"--timeout",
	"--public-url",
	"--keep-secrets",
];

for (const command of ["dev", "run", "demo"]) {
	test(`${command} --help lists every shared option and exits 0`, async () => {
		const { code, stdout, stderr } = await runCli([command, "--help"]);
		expect(code).toBe(0);
		for (const option of sharedOptions) expect(stdout + stderr).toContain(option);
	});
}

test("--help names every command, dev its own options", async () => {
	const all = await runCli(["--help"]);
	expect(all.code).toBe(0);
	for (const command of ["dev", "run", "connect", "demo", "snapshot", "diff"]) expect(all.stdout).toMatch(new RegExp(`^\\s+${command}\\b`, "m"));
	expect(all.stdout, "hidden").not.toContain("--dev-origin");
	const dev = await runCli(["dev", "--help"]);
	for (const option of ["--with", "--with-editable", "-e", "--python"]) expect(dev.stdout).toContain(option);
});

test("--version says the version of the package", async () => {
	const { code, stdout } = await runCli(["--version"]);
	expect(code).toBe(0);
	expect(stdout.trim()).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

const wrong: [what: string, args: string[], says: RegExp][] = [
	["an unknown option", ["demo", "--nope"], /--nope/],
	["an unknown command", ["frobnicate"], /frobnicate/],
	["dev without a file", ["dev"], /file/i],
	["run without a command", ["run"], /command/i],
	["a port that is not one", ["demo", "--port", "99999"], /99999|port/i],
	["a port that is no number", ["demo", "--port", "http"], /http|port/i],
	["an unknown era", ["demo", "--era", "stone"], /stone/],
	["a timeout that is no number", ["demo", "--timeout", "soon"], /soon|timeout/i],
	["connect without a URL", ["connect"], /URL/],
	["connect to what is no URL", ["connect", "localhost:8000"], /localhost:8000.*http:\/\//],
	["a header without a colon", ["connect", "http://127.0.0.1:9/mcp", "-H", "X"], /-H.*colon/],
	["a header from a variable that is not set", ["http://127.0.0.1:9/mcp", "-H", "X: ${SURELY_NOT_SET_ANYWHERE}"], /X wants SURELY_NOT_SET_ANYWHERE/],
	["an unknown transport", ["connect", "http://127.0.0.1:9/mcp", "--transport", "pigeon"], /transport/],
	["a broken --public-url", ["demo", "--public-url", "not a url"], /not a url|public-url/i],
	["an --env-file that is not there", ["demo", "--env-file", "/no/such/file"], /\/no\/such\/file/],
];
for (const [what, args, says] of wrong) {
	test(`wrong usage exits 2 with a sentence: ${what}`, async () => {
		const { code, stdout, stderr } = await runCli([...args, "--no-open"]);
		expect(stderr).toMatch(says);
		expect(stderr, "no stack").not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
		expect(stdout).toBe("");
		// some versions of Node look for --env-file among the arguments of the script, and give up with 9 before any script runs
		expect(args.includes("--env-file") ? [2, 9] : [2]).toContain(code);
	});
}

test("--json prints one line on stdout, people read stderr", async ({ startServer }) => {
	const bridge = await startServer("plain");
	await until("it says that it is connected", () => /connected/i.test(bridge.stderr()));
	expect(bridge.stdout().trim().split("\n")).toHaveLength(1);
	const line: Record<string, unknown> = JSON.parse(bridge.stdout());
	expect(Object.keys(line).sort()).toEqual(["pid", "port", "url"]);
	expect(line.url).toBe(`http://127.0.0.1:${bridge.port}/#token=${bridge.token}`);
	expect(() => process.kill(bridge.pid, 0)).not.toThrow();
	expect(bridge.stderr()).toContain("server.mjs plain");
	expect(bridge.stderr()).toContain(process.cwd());
});

test("what a server says is escaped before it reaches the terminal", async ({ start }) => {
	const script = "process.stderr.write('\\u001b]0;title\\u0007\\u001b[2Jwiped\\n'); setTimeout(() => process.exit(5), 50)";
	const bridge = await start(["run", "--", process.execPath, "-e", script]);
	await until("the exit is told", () => /\b5\b/.test(bridge.stderr()) && bridge.stderr().includes("wiped"));
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
	expect(bridge.stderr().replaceAll(/\u001b\[[0-9;]*m/g, "")).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u009b]/);
});
