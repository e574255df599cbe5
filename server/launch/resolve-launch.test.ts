import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, describe, it } from "node:test";
import { Problem } from "../../lib/protocol/problem.ts";
import { Target } from "../../lib/protocol/target.ts";
import type { LaunchContext } from "./launch-context.ts";
import { resolveLaunch } from "./resolve-launch.ts";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "launch-")));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Files of a fresh folder, by name. */
function folderWith(files: Record<string, string>): string {
	const folder = mkdtempSync(join(scratch, "f-"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(join(folder, name, ".."), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return folder;
}

function contextIn(cwd: string, env: LaunchContext["env"] = {}): LaunchContext {
	return {
		env: { PATH: join(cwd, "bin"), ...env },
		cwd,
		dataDir: join(scratch, "data"),
		demoScript: join(cwd, "demo.js"),
		say: () => {},
		signal: new AbortController().signal,
	};
}

const resolve = (target: Record<string, unknown>, context: LaunchContext) => resolveLaunch(Target.parse(target), context);

async function problemOf(target: Record<string, unknown>, context: LaunchContext): Promise<Problem> {
	try {
		await resolve(target, context);
	} catch (error) {
		assert.ok(error instanceof Problem, String(error));
		assert.ok(error.hint, "a problem says what to do");
		return error;
	}
	throw new assert.AssertionError({ message: "nothing was wrong with it" });
}

function program(folder: string, name: string, text = "#!/bin/sh\n", mode = 0o755): string {
	const path = join(folder, "bin", name);
	mkdirSync(join(folder, "bin"), { recursive: true });
	writeFileSync(path, text);
	chmodSync(path, mode);
	return path;
}

describe("a command", () => {
	it("is looked up in the server's own PATH and run as it is", async () => {
		const cwd = folderWith({ "other/server": "" });
		chmodSync(join(cwd, "other", "server"), 0o755);
		const { launch, targetKey } = await resolve({ kind: "command", command: "server", args: ["a b"], env: { PATH: join(cwd, "other") } }, contextIn(cwd));
		assert.deepEqual([launch.command, launch.args, launch.cwd], [join(cwd, "other", "server"), ["a b"], cwd]);
		assert.equal(targetKey, "command:server 'a b'");
	});

	it("names every folder that was searched", async () => {
		const cwd = folderWith({});
		const problem = await problemOf({ kind: "command", command: "nope" }, contextIn(cwd, { PATH: ["/a", "/b"].join(delimiter) }));
		assert.equal(problem.code, "command-missing");
		assert.match(problem.hint ?? "", /\/a.*\/b/);
	});

	it("tells a file without the right to run from none", async () => {
		const cwd = folderWith({});
		const path = program(cwd, "server", "", 0o644);
		const problem = await problemOf({ kind: "command", command: "server" }, contextIn(cwd));
		assert.equal(problem.code, "command-not-executable");
		assert.ok(problem.message.includes(path));
	});

	it("tells a folder from a program, and says what is missing on the way to one", async () => {
		const cwd = folderWith({ "folder/x": "", file: "" });
		const problemWith = (command: string) => problemOf({ kind: "command", command }, contextIn(cwd));
		assert.equal((await problemWith("./folder")).code, "command-is-a-directory");
		assert.equal((await problemWith("./file/server")).hint, `${join(cwd, "file")} is a file, not a folder.`);
		assert.equal((await problemWith("./no/such/server")).hint, `There is no folder ${join(cwd, "no")}.`);
		assert.equal((await problemWith("./\0")).code, "command-missing");
	});
});

describe("the working directory", () => {
	it("has three ways to be wrong, for root too", async () => {
		const cwd = folderWith({ file: "" });
		program(cwd, "server");
		const codeFor = async (dir: string) => (await problemOf({ kind: "command", command: "server", cwd: dir }, contextIn(cwd))).code;
		assert.equal(await codeFor("missing"), "cwd-missing");
		assert.equal(await codeFor("file"), "cwd-not-a-directory");
		assert.equal(await codeFor("file/below"), "cwd-missing");
		symlinkSync("circle", join(cwd, "circle"));
		assert.equal(await codeFor("circle"), "cwd-not-accessible");
		mkdirSync(join(cwd, "locked"), { mode: 0 });
		if (process.getuid?.() !== 0) assert.equal(await codeFor("locked"), "cwd-not-accessible");
	});
});

describe("the environment", () => {
	it("is the whole of ours with the target's on top, without what is the bridge's own", async () => {
		const cwd = folderWith({});
		program(cwd, "server");
		const { env } = await resolve({ kind: "command", command: "server", env: { B: "theirs" } }, contextIn(cwd, { A: "1", B: "2", MCP_INSPECT_TOKEN: "x" }));
		assert.deepEqual(env, { PATH: join(cwd, "bin"), A: "1", B: "theirs" });
	});

	it("is the minimal one when it is to be clean", async () => {
		const cwd = folderWith({});
		program(cwd, "server");
		const { env } = await resolve({ kind: "command", command: "server", cleanEnv: true, env: { B: "1" } }, contextIn(cwd, { HOME: "/h", SECRET: "x" }));
		assert.deepEqual(env, { HOME: "/h", PATH: join(cwd, "bin"), B: "1" });
	});
});

describe("a file", () => {
	it("that is missing is named, with the source files beside it", async () => {
		const cwd = folderWith({ "server.py": "", "notes.txt": "" });
		const problem = await problemOf({ kind: "file", file: "sever.py" }, contextIn(cwd));
		assert.equal(problem.code, "file-missing");
		assert.ok(problem.message.includes(join(cwd, "sever.py")));
		assert.match(problem.hint ?? "", /server\.py/);
		assert.ok(!problem.hint?.includes("notes.txt"));
	});

	it("with an extension that nothing starts is refused", async () => {
		assert.equal((await problemOf({ kind: "file", file: "server.rb" }, contextIn(folderWith({ "server.rb": "" })))).code, "unknown-extension");
	});

	it("in JavaScript runs with this Node", async () => {
		const cwd = folderWith({ "server.mjs": "" });
		const { launch, title, targetKey } = await resolve({ kind: "file", file: "server.mjs", args: ["-x"] }, contextIn(cwd));
		assert.deepEqual([launch.command, launch.args], [process.execPath, [join(cwd, "server.mjs"), "-x"]]);
		assert.deepEqual([title, targetKey], ["server.mjs", `file:${join(cwd, "server.mjs")}`]);
	});

	it("takes no Python options when it is JavaScript", async () => {
		const problem = await problemOf({ kind: "file", file: "server.mjs", with: ["x"] }, contextIn(folderWith({ "server.mjs": "" })));
		assert.equal(problem.code, "python-only-option");
		assert.match(problem.message, /--with\b/);
	});

	it("in TypeScript runs with the project's own tsx", async () => {
		const cwd = folderWith({
			"src/server.ts": "",
			"node_modules/tsx/package.json": '{"version":"9.9.9","exports":{".":"./loader.mjs","./package.json":"./package.json"}}',
			"node_modules/tsx/loader.mjs": "",
		});
		const { launch } = await resolve({ kind: "file", file: "src/server.ts" }, contextIn(cwd));
		assert.equal(launch.command, process.execPath);
		assert.equal(launch.args[0], "--import");
		assert.match(launch.args[1] ?? "", /node_modules\/tsx\/loader\.mjs$/);
		assert.match(launch.runtime ?? "", /tsx 9\.9\.9/);
	});

	it("in TypeScript without tsx falls back, and says so", async () => {
		const cwd = folderWith({ "server.tsx": "" });
		assert.equal((await problemOf({ kind: "file", file: "server.tsx" }, contextIn(cwd))).code, "tsx-missing");
		const npx = program(cwd, "npx");
		const { launch } = await resolve({ kind: "file", file: "server.tsx" }, contextIn(cwd));
		assert.deepEqual([launch.command, launch.args], [npx, ["--yes", "tsx", join(cwd, "server.tsx")]]);
		assert.equal(launch.notes.length, 1);
	});
});

describe("a package folder", () => {
	it("is started through its bin", async () => {
		const cwd = folderWith({ "pkg/package.json": '{"name":"@a/pkg","bin":{"pkg":"cli.js","other":"x.js"}}', "pkg/cli.js": "" });
		const { launch } = await resolve({ kind: "file", file: "pkg" }, contextIn(cwd));
		assert.deepEqual(launch.args, [join(cwd, "pkg", "cli.js")]);
	});

	it("says what keeps it from being started", async () => {
		const codeFor = async (files: Record<string, string>) => (await problemOf({ kind: "file", file: "." }, contextIn(folderWith(files)))).code;
		assert.equal(await codeFor({}), "folder-without-package");
		assert.equal(await codeFor({ "package.json": "{" }), "package-unreadable");
		assert.equal(await codeFor({ "package.json": "{}" }), "package-without-bin");
		assert.equal(await codeFor({ "package.json": '{"bin":{"a":"a.js","b":"b.js"}}' }), "package-many-bins");
		assert.equal(await codeFor({ "package.json": '{"bin":"dist/cli.js"}' }), "package-not-built");
	});
});

describe("a Python file", () => {
	it("needs a Python or uv", async () => {
		assert.equal((await problemOf({ kind: "file", file: "s.py" }, contextIn(folderWith({ "s.py": "" })))).code, "python-missing");
	});

	it("says when an interpreter does not answer as one", async () => {
		const cwd = folderWith({ "s.py": "" });
		program(cwd, "python3", "#!/bin/sh\necho hello\n");
		assert.equal((await problemOf({ kind: "file", file: "s.py" }, contextIn(cwd))).code, "python-broken");
	});

	it("tells pip's own words when packages cannot be installed", async () => {
		const cwd = folderWith({ "s.py": "from mcp.server import MCPServer\nmcp = MCPServer('x')\n" });
		const facts = {
			executable: join(cwd, "bin", "python3"),
			version: "3.12.1",
			prefix: "/usr",
			base: "/usr",
			packages: "/usr/lib/none",
			mcp: null,
			fastmcp: null,
			pip: "24.0",
		};
		program(
			cwd,
			"python3",
			`#!/bin/sh\ncase "$*" in *install*) echo "ERROR: No matching distribution" >&2; exit 1;; *venv*) exit 0;; *) echo '${JSON.stringify(facts)}';; esac\n`,
		);
		const path = [join(cwd, "bin"), "/usr/bin", "/bin"].join(delimiter);
		const problem = await problemOf({ kind: "file", file: "s.py" }, contextIn(cwd, { PATH: path }));
		assert.equal(problem.code, "python-env-failed");
		assert.match(problem.message, /mcp>=2,<3.*No matching distribution/);
	});

	it("says first that another version of its library is there", async () => {
		const cwd = folderWith({ "s.py": "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n" });
		const facts = {
			executable: join(cwd, "bin", "python3"),
			version: "3.12.1",
			prefix: "/usr",
			base: "/usr",
			packages: "/none",
			mcp: "2.3.0",
			fastmcp: null,
			pip: "24.0",
		};
		program(
			cwd,
			"python3",
			`#!/bin/sh\ncase "$*" in *install*) echo "ERROR: No matching distribution (from versions: none)" >&2; exit 1;; *venv*) exit 0;; *) echo '${JSON.stringify(facts)}';; esac\n`,
		);
		const path = [join(cwd, "bin"), "/usr/bin", "/bin"].join(delimiter);
		const problem = await problemOf({ kind: "file", file: "s.py" }, contextIn(cwd, { PATH: path }));
		assert.match(problem.message, /python3 has mcp 2\.3\.0, and the file is written for mcp>=1,<2\. Could not install/);
		assert.match(problem.hint ?? "", /index was not reached/);
	});

	it("runs with an interpreter that has its library, and uv's words are told when uv refuses", async () => {
		const cwd = folderWith({ "s.py": "from fastmcp import FastMCP\nmcp = FastMCP('x')\nif __name__ == '__main__':\n    mcp.run()\n" });
		const facts = {
			executable: join(cwd, "bin", "python3"),
			version: "3.12.1",
			prefix: "/usr",
			base: "/usr",
			packages: "/usr/lib/none",
			mcp: "2.3.0",
			fastmcp: "4.0.10",
			pip: null,
		};
		program(cwd, "python3", `#!/bin/sh\necho '${JSON.stringify(facts)}'\n`);
		const { launch, env } = await resolve({ kind: "file", file: "s.py", args: ["-v"] }, contextIn(cwd));
		assert.deepEqual([launch.command, launch.args, launch.sdk], [facts.executable, [join(cwd, "s.py"), "-v"], "fastmcp 4.0.10"]);
		assert.equal(env.PYTHONUNBUFFERED, "1");
		program(cwd, "uv", "#!/bin/sh\necho 'error: No solution found' >&2\nexit 2\n");
		const problem = await problemOf({ kind: "file", file: "s.py", with: ["pandas"] }, contextIn(cwd));
		assert.equal(problem.code, "uv-failed");
		assert.match(problem.message, /No solution found/);
	});
});
