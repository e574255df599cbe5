import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { Problem } from "../../lib/protocol/problem.ts";
import { Target } from "../../lib/protocol/target.ts";
import { defaultDataDir, openDataDir } from "./data-dir.ts";
import { openRecents } from "./recents-file.ts";
import { openSettings } from "./settings-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "storage-"));
after(() => rmSync(scratch, { recursive: true, force: true }));
const freshDir = () => mkdtempSync(join(scratch, "d-"));

describe("data directory", () => {
	it("follows XDG_STATE_HOME when absolute, and the platform otherwise", () => {
		assert.equal(defaultDataDir({ HOME: "/home/a", XDG_STATE_HOME: "/state" }, "linux"), "/state/mcp-inspect");
		assert.equal(defaultDataDir({ HOME: "/home/a", XDG_STATE_HOME: "state" }, "linux"), "/home/a/.local/state/mcp-inspect");
		assert.equal(defaultDataDir({ HOME: "/Users/a" }, "darwin"), "/Users/a/Library/Application Support/mcp-inspect");
	});

	it("is made for the owner alone", () => {
		const dir = openDataDir(join(freshDir(), "a", "b"), {}, "linux");
		assert.equal(statSync(dir).mode & 0o777, 0o700);
	});

	it("names the path and the reason when it cannot be made", () => {
		const file = join(freshDir(), "file");
		writeFileSync(file, "");
		assert.throws(
			() => openDataDir(join(file, "data"), {}, "linux"),
			(error) => error instanceof Problem && error.code === "data-dir-not-writable" && error.message.includes(join(file, "data")),
		);
	});
});

describe("settings", () => {
	it("starts from defaults and keeps what was saved, key by key", () => {
		const dir = freshDir();
		assert.equal(openSettings(dir).read().theme, "system");
		openSettings(dir).save({ sizes: { dock: 300 } });
		openSettings(dir).save({ theme: "dark", sizes: { drawer: 400 } });
		assert.deepEqual(openSettings(dir).read(), { theme: "dark", sizes: { dock: 300, drawer: 400 }, drawerOpen: true, lastArguments: {} });
	});

	it("writes for the owner alone and leaves no draft behind", () => {
		const dir = freshDir();
		openSettings(dir).save({ theme: "light" });
		assert.deepEqual(readdirSync(dir), ["settings.json"]);
		assert.equal(statSync(join(dir, "settings.json")).mode & 0o777, 0o600);
	});

	it("keeps the 200 newest arguments, age being the time of the last write", () => {
		const dir = freshDir();
		const settings = openSettings(dir);
		settings.save({ lastArguments: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`server tool-${i}`, "{}"])) });
		settings.save({ lastArguments: { "server tool-0": '{"a":1}' } });
		const kept = settings.save({ lastArguments: { "server new": "{}" } }).lastArguments;
		assert.equal(Object.keys(kept).length, 200);
		assert.equal(kept["server tool-0"], '{"a":1}');
		assert.equal(kept["server tool-1"], undefined);
	});

	it("sets a damaged file aside and starts from defaults", () => {
		const dir = freshDir();
		writeFileSync(join(dir, "settings.json"), '{"theme":"da');
		assert.equal(openSettings(dir).read().theme, "system");
		assert.equal(readFileSync(join(dir, "settings.json.damaged"), "utf8"), '{"theme":"da');
	});

	it("survives a file that may not be read", { skip: process.getuid?.() === 0 }, () => {
		const dir = freshDir();
		openSettings(dir).save({ theme: "dark" });
		chmodSync(join(dir, "settings.json"), 0);
		assert.equal(openSettings(dir).read().theme, "system");
	});
});

describe("recent targets", () => {
	const entry = (text: string, env: Record<string, string> = {}) => ({
		text,
		target: Target.parse({ kind: "command", command: text, env }),
		usedAt: 1,
		outcome: "connected",
	});

	it("lists the newest first, each text once, at most 20", () => {
		const recents = openRecents(freshDir());
		for (let i = 0; i < 25; i++) recents.remember(entry(`server-${i}`));
		recents.remember(entry("server-10"));
		const texts = recents.list().map((item) => item.text);
		assert.equal(texts.length, 20);
		assert.deepEqual(texts.slice(0, 2), ["server-10", "server-24"]);
	});

	it("stores names of the environment, never values", () => {
		const dir = freshDir();
		openRecents(dir).remember(entry("server", { API_KEY: "s3cret-value" }));
		assert.deepEqual(openRecents(dir).list()[0]?.target.env, { API_KEY: "" });
		assert.ok(!readFileSync(join(dir, "recents.json"), "utf8").includes("s3cret-value"));
	});
});
