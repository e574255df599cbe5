import assert from "node:assert/strict";
import { it } from "node:test";
import { commandLine } from "./command-line.ts";

it("quotes only the words that a shell would change", () => {
	assert.equal(
		commandLine({ command: "uv", args: ["run", "notes_server.py", "--db", "my notes.db", "it's", ""] }),
		`uv run notes_server.py --db 'my notes.db' 'it'\\''s' ''`,
	);
});
