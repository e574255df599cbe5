import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import * as z from "zod";
import { InterfaceFile } from "../lib/protocol/interface.ts";
import { expect, test } from "./fixtures.ts";
import { startHttpServer } from "./setup/http-server.ts";
import { runCli } from "./setup/run-cli.ts";
import { runCommand } from "./setup/run-command.ts";
import { cliPath } from "./setup/start-cli.ts";

const server = resolve("e2e/servers/server.mjs");
const line = (...words: string[]) => `'${process.execPath}' '${server}' ${words.join(" ")}`;
const Report = z.object({
	before: z.object({ from: z.string(), server: z.object({ name: z.string() }) }),
	breaking: z.number(),
	warning: z.number(),
	info: z.number(),
	changes: z.array(z.object({ severity: z.string(), kind: z.string(), name: z.string(), part: z.string(), path: z.string(), text: z.string() })),
});

let folder: string;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "mcp-inspect-diff-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runCli([...args.slice(0, 1), "--data-dir", folder, ...args.slice(1)]);

async function snapshot(...words: string[]): Promise<string> {
	const { code, stdout, stderr } = await cli("snapshot", "--", process.execPath, server, ...words);
	expect(code, stderr).toBe(0);
	const path = join(folder, `${words.join("-")}.json`);
	writeFileSync(path, stdout);
	return path;
}

test("snapshot writes an interface file, the same for the same interface", async () => {
	const [one, other] = [await snapshot("versions", "1"), await snapshot("versions", "1", "reversed")];
	expect(readFileSync(one, "utf8")).toBe(readFileSync(other, "utf8"));
	const file = InterfaceFile.parse(JSON.parse(readFileSync(one, "utf8")));
	expect(file.server).toEqual({ name: "wire", version: "1.2.3" });
	expect(file.tools).toHaveLength(3);
	expect(file.prompts).toHaveLength(1);
});

test("a successor that breaks clients exits 1, and says what breaks first", async () => {
	const before = await snapshot("versions", "1");
	const { code, stdout } = await cli("diff", before, line("versions", "2"));
	expect(code).toBe(1);
	expect(stdout).toBe(`tool list_notes
  breaking  the tool is gone

tool search_notes
  breaking  notebook moved into the new object filter; calls that send it at the top are refused
  breaking  total may be null now
  warning   limit accepts at most 50, was 100
  info      mode has a new value meaning
  info      filter is new and optional
  info      the description changed

prompt review
  breaking  note is required now

tool add_note
  info      the tool is new

4 breaking, 1 warning, 4 info
`);
	const back = await cli("diff", line("versions", "2"), before);
	expect(back.code, "the tool that was new is gone").toBe(1);
});

test("--json prints one document", async () => {
	const { code, stdout } = await cli("diff", "--json", line("versions", "1"), line("versions", "2"));
	expect(code).toBe(1);
	const report = Report.parse(JSON.parse(stdout));
	expect(report.before.server.name).toBe("wire");
	expect([report.breaking, report.warning, report.info]).toEqual([4, 1, 4]);
	expect(report.changes[0]?.severity).toBe("breaking");
	expect(report.changes).toContainEqual({
		severity: "warning",
		kind: "tool",
		name: "search_notes",
		part: "input",
		path: "/inputSchema/properties/limit",
		text: "limit accepts at most 50, was 100",
	});
});

test("the same interface exits 0: live, as a file, in another order", async () => {
	const file = await snapshot("versions", "1");
	for (const [before, after] of [
		[file, file],
		[file, line("versions", "1", "reversed")],
		[line("versions", "1"), file],
	] as const) {
		const { code, stdout } = await cli("diff", before, after);
		expect(stdout).toBe("No changes.\n");
		expect(code).toBe(0);
	}
});

test("a server over HTTP is compared with its file", async () => {
	const http = await startHttpServer(process.execPath, ["--import", "tsx", resolve("examples/kettle.ts"), "--http", "0"], { ready: /127\.0\.0\.1:(\d+)/ });
	try {
		const url = `http://127.0.0.1:${http.port}/mcp`;
		const snapped = await cli("snapshot", url);
		expect(snapped.code, snapped.stderr).toBe(0);
		const file = join(folder, "kettle.json");
		writeFileSync(file, snapped.stdout);
		expect(JSON.parse(snapped.stdout).era).toBe("modern");
		expect(await cli("diff", file, url)).toMatchObject({ code: 0, stdout: "No changes.\n" });
		// the file as it is started, over stdio
		expect(await cli("diff", url, resolve("examples/kettle.ts"))).toMatchObject({ code: 0, stdout: "No changes.\n" });
	} finally {
		await http.end();
	}
});

test("a method that the server does not know is an empty list", async () => {
	const file = InterfaceFile.parse(JSON.parse(readFileSync(await snapshot("no-templates"), "utf8")));
	expect(file.resources).toHaveLength(1);
	expect(file.resourceTemplates).toEqual([]);
});

const failing: [what: string, mode: string[], says: RegExp, options?: string[]][] = [
	["that ends", ["exit-traceback"], /exited with code/],
	["whose list goes in a circle", ["cursor-loop"], /tools\/list could not be read to its end.*cursor/],
	["whose list does not come", ["silent-list"], /Gave up after 1 s: its lists were not complete/, ["--timeout", "1000"]],
];
for (const [what, mode, says, options = []] of failing) {
	test(`a server ${what} is told, with exit code 1 and nothing to mistake for a result`, async () => {
		const file = await snapshot("plain");
		const snapped = await cli("snapshot", ...options, "--", process.execPath, server, ...mode);
		expect(snapped).toMatchObject({ code: 1, stdout: "" });
		expect(snapped.stderr).toMatch(says);
		const plain = await cli("diff", ...options, file, line(...mode));
		expect(plain).toMatchObject({ code: 1, stdout: "" });
		expect(plain.stderr).toContain("Nothing was compared");
		const json = await cli("diff", "--json", ...options, line(...mode), file);
		expect(json.code).toBe(1);
		expect(JSON.parse(json.stdout).problem.message).toMatch(says);
	});
}

test("wrong usage exits 2, files that are none exit 1, each with a sentence", async () => {
	const text = join(folder, "text.json");
	writeFileSync(text, '{"tools":[]}');
	const cases: [args: string[], code: number, says: RegExp][] = [
		[["snapshot"], 2, /wants a server/],
		[["snapshot", "server.py", "extra"], 2, /after --/],
		[["snapshot", "http://127.0.0.1:9/mcp", "extra"], 2, /one URL/],
		[["diff", text], 2, /wants two/],
		[["diff", text, "node", "server.mjs"], 2, /one word/],
		[["diff", "old.mcpcap", text], 2, /capture/],
		[["diff", text, text], 1, /no interface file.*mcpInterface[\s\S]*snapshot/],
		[["diff", join(folder, "missing.json"), text], 1, /There is no file .*missing\.json/],
		[["diff", "missing.py", text], 1, /There is no file .*missing\.py/],
	];
	for (const [args, code, says] of cases) {
		const ended = await cli(...args);
		expect(ended.stderr, args.join(" ")).toMatch(says);
		expect(ended).toMatchObject({ code, stdout: "" });
	}
});

test("names and texts of a server are escaped before they reach the terminal", async () => {
	const { stdout } = await cli("diff", await snapshot("plain"), line("weird-names"));
	expect(stdout).toContain("tool \\u202eevil");
	expect(stdout).toContain("tool line\\x0abreak");
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
	expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u009b\u202e]/);
});

test("the commands of docs/compare.md run as they are written", async () => {
	test.setTimeout(120_000);
	const command = join(folder, "mcp-inspect");
	writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${cliPath}' "$@"\n`);
	chmodSync(command, 0o755);
	for (const name of ["examples", "node_modules", "package.json"]) symlinkSync(resolve(name), join(folder, name));
	const blocks = [...readFileSync("docs/compare.md", "utf8").matchAll(/^```sh\n(.*?)^```/gms)].map((match) => match[1] ?? "");
	expect(blocks.length).toBeGreaterThan(3);
	const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, XDG_STATE_HOME: join(folder, "state") };
	const ran = await runCommand("sh", ["-euc", blocks.join("\n")], { cwd: folder, env });
	expect(ran.code, ran.output).toBe(0);
	expect(JSON.parse(readFileSync(join(folder, "changes.json"), "utf8"))).toMatchObject({ breaking: 0, changes: [] });
});
