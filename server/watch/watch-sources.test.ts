import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, it } from "node:test";
import { type WatchPlan, watchSources } from "./watch-sources.ts";

const top = realpathSync(mkdtempSync(join(tmpdir(), "watch-")));
after(() => rmSync(top, { recursive: true, force: true }));
let folders = 0;

/** Makes a folder with files, watches it, and collects what is told. */
async function watched(files: Readonly<Record<string, string>>, plan: (folder: string) => Partial<WatchPlan>) {
	folders += 1;
	const folder = join(top, String(folders));
	const put = (name: string, text: string) => {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	};
	for (const [file, text] of Object.entries(files)) put(file, text);
	const told: string[][] = [];
	let wake = () => {};
	const watch = watchSources(
		{ roots: [{ folder, isProject: true }], globs: [], cwd: folder, except: [], since: Date.now() + 1_000, ...plan(folder) },
		(paths) => {
			told.push(paths.map((path) => path.slice(folder.length + 1)));
			wake();
		},
	);
	await watch.ready;
	const once = (count: number) =>
		new Promise<void>((resolve) => {
			wake = () => told.length >= count && resolve();
			wake();
		});
	return { folder, put, told, once, close: () => watch.close() };
}

it("tells of sources, a burst at a time, and of nothing else", async () => {
	const { put, told, once, close } = await watched(
		Object.fromEntries(["a.py", "pkg/b.py", "notes.json", ".venv/lib/x.py", "node_modules/p/i.js", "__pycache__/a.py"].map((name) => [name, "1"])),
		() => ({}),
	);
	for (const quiet of ["notes.json", ".venv/lib/x.py", "node_modules/p/i.js", "__pycache__/a.py", "a.py.swp"]) put(quiet, "2");
	for (let i = 0; i < 10; i++) put("a.py", `${i}`);
	put("pkg/b.py", "2");
	put("new.ts", "1");
	await once(1);
	put("pyproject.toml", "");
	await once(2);
	await close();
	assert.deepEqual(told, [["a.py", "new.ts", "pkg/b.py"], ["pyproject.toml"]]);
});

it("leaves out what git ignores, in whichever folder that is said", async () => {
	const rules = { ".gitignore": "build/\n", "src/.gitignore": "gen/*\n!gen/kept.py\n" };
	const { put, told, once, close } = await watched(rules, () => ({}));
	for (const file of ["build/b.py", "src/gen/out.py", "src/gen/kept.py"]) put(file, "2");
	await once(1);
	await close();
	assert.deepEqual(told, [["src/gen/kept.py"]]);
});

it("takes further files by pattern, whatever they are", async () => {
	const { put, told, once, close } = await watched({ "prompts/a.md": "1", "prompts/deep/b.md": "1", "c.md": "1" }, () => ({
		roots: [],
		globs: ["prompts/**/*.md"],
	}));
	put("c.md", "2");
	put("prompts/deep/b.md", "2");
	await once(1);
	await close();
	assert.deepEqual(told, [["prompts/deep/b.md"]]);
});

it("does not miss what was written before it could see", async () => {
	const { told, once, close } = await watched({ "a.py": "1" }, () => ({ since: Date.now() - 60_000 }));
	await once(1);
	await close();
	assert.deepEqual(told, [["a.py"]]);
});

it("does not look into folders of our own", async () => {
	const { put, told, once, close } = await watched({ "data/python/run.py": "1", "a.py": "1" }, (folder) => ({ except: [join(folder, "data")] }));
	put("data/python/run.py", "2");
	put("data/python/env.py", "2");
	put("a.py", "2");
	await once(1);
	await close();
	assert.deepEqual(told, [["a.py"]]);
});
