import assert from "node:assert/strict";
import { it } from "node:test";
import { fileName } from "./file-name.ts";

it("takes the last part of a URI, and an extension from the type where it has none", () => {
	assert.equal(fileName("file:///a/b/report.pdf", "application/pdf"), "report.pdf");
	assert.equal(fileName("notes://note-1", "text/plain"), "note-1.txt");
	assert.equal(fileName("demo://x/y/?q=1#f", "image/png"), "y.png");
	assert.equal(fileName("a:b", undefined), "a_b");
});

it("gives no name that a file system or a reader would stumble over", () => {
	assert.equal(fileName("x://a/..%2f..%2fetc%2fpasswd", undefined), "_.._etc_passwd");
	assert.equal(fileName("x://a/\u202efdp.exe", undefined), "_fdp.exe");
	assert.equal(fileName("x://", undefined), "x_");
	assert.equal(fileName("%E0%A4", undefined), "%E0%A4");
	assert.ok(fileName("y".repeat(500), undefined).length <= 80);
});
