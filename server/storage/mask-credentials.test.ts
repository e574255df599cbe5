import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fingerprint, isMasked, maskArguments, maskHeader, maskUrl } from "./mask-credentials.ts";

describe("maskArguments", () => {
	const secret = fingerprint("s3cret");
	const cases: [string, string[], string[]][] = [
		["a value behind its option", ["--api-key", "s3cret", "x"], ["--api-key", secret, "x"]],
		["a value after =", ["--token=s3cret"], [`--token=${secret}`]],
		["an option without a value", ["--token", "--verbose"], ["--token", "--verbose"]],
		["an empty value", ["--token="], ["--token="]],
		["the password of a URL", ["postgres://me:s3cret@db/x"], [`postgres://me:${secret}@db/x`]],
		["a query that names a secret", ["https://a.example/mcp?access_token=s3cret&v=1"], [`https://a.example/mcp?access_token=${secret}&v=1`]],
		["a path that only sounds so", ["/etc/token"], ["/etc/token"]],
		["plain words", ["server.py", "-v", "a=b"], ["server.py", "-v", "a=b"]],
	];
	for (const [name, args, masked] of cases) it(name, () => assert.deepEqual(maskArguments(args), masked));
});

describe("maskHeader", () => {
	it("keeps the scheme of a credential", () => assert.equal(maskHeader("Authorization", "Bearer abc"), `Bearer ${fingerprint("abc")}`));
	it("masks cookies whole", () => assert.equal(maskHeader("set-cookie", "a=b"), fingerprint("a=b")));
	it("leaves other headers", () => assert.equal(maskHeader("accept", "text/html"), "text/html"));
});

describe("maskUrl", () => {
	it("leaves a URL without secrets as it is", () => assert.equal(maskUrl("http://127.0.0.1:8000/mcp?q=a:b@c"), "http://127.0.0.1:8000/mcp?q=a:b@c"));
	it("can be told from a whole one", () => assert.deepEqual(["http://a:b@c/", "http://a/"].map(maskUrl).map(isMasked), [true, false]));
});
