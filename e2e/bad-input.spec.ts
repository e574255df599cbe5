import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.ts";
import { expectFailure, serverRegion } from "./pages/failure.ts";
import { Messages } from "./pages/messages.ts";
import { expectConnection, restart } from "./pages/shell.ts";
import { answerAll, cutEvent, flood, htmlPage, speakMcp } from "./servers/http-answers.ts";
import { type HttpServer, openHttpServer, openServer } from "./servers/http-server.ts";
import { activated, withoutUv, withUv } from "./setup/python-shells.ts";
import { runCli } from "./setup/run-cli.ts";
import { serverArgs } from "./setup/servers.ts";
import { callTool, listed, resultText, sessionOnce } from "./setup/sessions.ts";
import type { StartOptions } from "./setup/start-cli.ts";

test.describe.configure({ mode: "parallel" });

const folder = mkdtempSync(join(tmpdir(), "mcp-inspect-bad-"));
const at = (name: string) => join(folder, name);

/** Writes a file and answers its path. */
function file(name: string, text: string, mode = 0o644): string {
	mkdirSync(dirname(at(name)), { recursive: true });
	writeFileSync(at(name), text);
	chmodSync(at(name), mode);
	return at(name);
}

const opened: HttpServer[] = [];
test.afterEach(async () => {
	for (const server of opened.splice(0)) await server.close();
});

/** Has a server closed after the test. */
async function listen(opening: Promise<HttpServer>): Promise<HttpServer> {
	const server = await opening;
	opened.push(server);
	return server;
}

const plain = file("plain.txt", "a file");
symlinkSync("circle", at("circle"));
const refusingIndex = { PIP_INDEX_URL: "http://127.0.0.1:9/simple", PIP_RETRIES: "0", UV_DEFAULT_INDEX: "http://127.0.0.1:9/simple", UV_HTTP_RETRIES: "0" };

test.describe("refused before anything is started", () => {
	type Row = [what: string, args: readonly string[], code: 1 | 2, why: RegExp, next: RegExp];
	file("near/server.py", "");
	const rows: readonly Row[] = [
		["a file that is missing", ["dev", at("near/sever.py")], 1, /There is no file .*sever\.py/, /near has server\.py/],
		["a file in a folder that is missing", ["dev", at("no/such/server.py")], 1, /There is no file/, /There is no folder .*no\./],
		["a file below a file", ["dev", join(plain, "server.py")], 1, /There is no file/, /plain\.txt is a file, not a folder/],
		["links in a circle", ["dev", at("circle/server.py")], 1, /cannot be read: ELOOP/, /circle/],
		[
			"--env of a name that is not set",
			["demo", "--env", "SURELY_NOT_SET_ANYWHERE"],
			2,
			/SURELY_NOT_SET_ANYWHERE is not set here/,
			/write SURELY_NOT_SET_ANYWHERE=VALUE/,
		],
		["--env without a name", ["demo", "--env", "=value"], 2, /the name is missing/, /write NAME=VALUE/],
		["a data directory that is a file", ["demo", "--data-dir", plain], 1, /data directory .*plain\.txt cannot be used/, /--data-dir DIR/],
		["a data directory below a file", ["demo", "--data-dir", join(plain, "data")], 1, /data directory .* cannot be used/, /--data-dir DIR/],
	];
	for (const [what, args, code, why, next] of rows) {
		test(`${what} exits ${code} with a sentence`, async () => {
			const ended = await runCli([...args, "--no-open"]);
			expect(ended.stderr).toMatch(why);
			expect(ended.stderr).toMatch(next);
			expect(ended.stderr, "no stack").not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
			expect(ended.code).toBe(code);
		});
	}

	test("what is neither a file nor a folder exits 1 with a sentence", async () => {
		test.skip(process.platform === "win32", "a socket has no place in the file system there");
		const socket = createServer();
		await new Promise<void>((resolve) => socket.listen(at("socket.py"), resolve));
		const { code, stderr } = await runCli(["dev", at("socket.py"), "--no-open"]);
		socket.close();
		expect(stderr).toMatch(/socket\.py is neither a file nor a folder/);
		expect(code).toBe(1);
	});

	test("a port that is taken exits 1 and says so", async () => {
		const taken = await listen(openHttpServer(answerAll(200)));
		const { code, stderr } = await runCli(["demo", "--no-open", "--port", String(taken.port)]);
		expect(stderr).toContain(String(taken.port));
		expect(stderr).toMatch(/--port/);
		expect(code).toBe(1);
	});
});

test.describe("a command that cannot be started", () => {
	type Row = [what: string, args: () => readonly string[], why: RegExp, next: RegExp];
	const rows: readonly Row[] = [
		["that is not on PATH", () => ["run", "--", "no-such-command-anywhere"], /no program “no-such-command-anywhere” on PATH/, /Searched: .*bin/],
		["quoted as one word", () => ["run", "--", "node server.js"], /quoted as one word/, /Searched/],
		["at a path where nothing is", () => ["run", "--", at("no/such/program")], /There is no program/, /There is no folder .*no\./],
		["below a file", () => ["run", "--", join(plain, "program")], /There is no program/, /is a file, not a folder/],
		["that is a folder", () => ["run", "--", folder], /is a folder, not a program/, /Name the program in it/],
		["without the right to be executed", () => ["run", "--", file("server.sh", "#!/bin/sh\n", 0o644)], /may not be executed/, /chmod \+x.*sh .*server\.sh/],
		[
			"whose interpreter is missing",
			() => ["run", "--", file("lost.sh", "#!/no/such/interpreter\n", 0o755)],
			/Could not start .*lost\.sh: ENOENT/,
			/names \/no\/such\/interpreter/,
		],
		["in a directory that is missing", () => ["run", "--cwd", at("missing"), "--", "node"], /working directory .*missing does not exist/, /--cwd DIR/],
		["in a directory that is a file", () => ["run", "--cwd", plain, "--", "node"], /plain\.txt is a file, not a directory/, /--cwd DIR/],
		[
			"in a directory that cannot be entered",
			() => ["run", "--cwd", at("circle"), "--", "node"],
			/circle cannot be entered: .*links go in a circle/,
			/Mend the links/,
		],
		["from a folder without a package", () => ["dev", dirname(file("sources/server.py", ""))], /a folder without a package\.json/, /has server\.py/],
		["of a kind that nothing starts", () => ["dev", file("server.rb", "")], /server\.rb ends in \.rb/, /mcp-inspect run -- COMMAND/],
	];
	for (const [what, args, why, next] of rows) {
		test(what, async ({ start, open }) => {
			const bridge = await start(args());
			await expectFailure(await open(bridge), why, next);
			expect(bridge.stderr()).toMatch(why);
			await expect(serverRegion(await open(bridge)).getByText(/ended after/), "no process has ended").toHaveCount(0);
		});
	}
});

test.describe("a server that ends at its start", () => {
	const script = (text: string) => ["run", "--", process.execPath, "-e", text];
	type Row = [what: string, args: readonly string[], fact: RegExp, next: RegExp];
	const rows: readonly Row[] = [
		["with a code and a traceback", serverArgs("exit-traceback", "3"), /exit code 3 after/, /pandas is not in the environment.*--with pandas/],
		["with a code and nothing else", script("process.exit(7)"), /exit code 7 after/, /wrote nothing to stderr/],
		["with 127 of a shell", ["run", "--", "sh", "-c", "no-such-command-anywhere"], /exit code 127 after/, /shell did not find a command/],
		["with 0", serverArgs("exit-zero"), /exit code 0 after/, /start its server/],
		["by a signal", serverArgs("killed-at-start", "SIGSEGV"), /SIGSEGV after/, /native code/],
		["because it does not parse", ["dev", file("broken.mjs", "const a = ;\n")], /exit code 1 after/, /Line 1 of broken\.mjs does not parse/],
		[
			"because a package is missing",
			["dev", file("imports.mjs", "import 'no-such-package-anywhere';\n")],
			/exit code 1 after/,
			/did not find no-such-package-anywhere/,
		],
	];
	for (const [what, args, fact, next] of rows) {
		test(what, async ({ start, open }) => {
			await expectFailure(await open(await start(args)), fact, next);
		});
	}
});

test.describe("a Python file", () => {
	const server = "from mcp.server import MCPServer\nmcp = MCPServer('x')\n";
	/** An interpreter that answers what we ask of it, and has nothing to install with. */
	const bare = () => {
		const facts = { executable: at("bare/python3"), version: "3.12.1", prefix: "/usr", base: "/usr", packages: "/none", mcp: null, fastmcp: null, pip: null };
		file(
			"bare/python3",
			`#!/bin/sh\ncase "$*" in *venv*) echo "/usr/bin/python3: No module named venv" >&2; exit 1;; *) echo '${JSON.stringify(facts)}';; esac\n`,
			0o755,
		);
		return { VIRTUAL_ENV: undefined, PATH: [at("bare"), "/usr/bin", "/bin"].join(delimiter) };
	};
	type Row = [what: string, env: () => StartOptions["env"], args: () => readonly string[], why: RegExp, next: RegExp];
	const rows: readonly Row[] = [
		[
			"without a server object",
			() => activated("v2"),
			() => ["dev", file("none.py", "from mcp.server import MCPServer\n")],
			/exit code 1/,
			/none\.py has no server object\. Make one/,
		],
		[
			"without the object that was named",
			() => activated("v2"),
			() => ["dev", `${file("other.py", `${server}thing = 3\n`)}:app`],
			/exit code 1/,
			/no object 'app'; its servers: mcp\. Name one: other\.py:mcp/,
		],
		[
			"with an object that is no server",
			() => activated("v2"),
			() => ["dev", `${file("other.py", `${server}thing = 3\n`)}:thing`],
			/exit code 1/,
			/'thing' in other\.py is of type int, neither a server/,
		],
		[
			"with several candidates",
			() => activated("v2"),
			() => ["dev", file("several.py", "from mcp.server import MCPServer\nalpha = MCPServer('a')\nbeta = MCPServer('b')\n")],
			/exit code 1/,
			/several servers: alpha, beta\. Name one: several\.py:alpha/,
		],
		[
			"that does not parse",
			() => activated("v2"),
			() => ["dev", file("syntax.py", `${server}\ndef add(a: int -> int:\n    return a\n`)],
			/SyntaxError: /,
			/Line 4 of syntax\.py does not parse/,
		],
		[
			"that needs a package",
			() => activated("v2"),
			() => ["dev", file("package.py", `import yaml_of_nobody\n${server}`)],
			/ModuleNotFoundError: No module named 'yaml_of_nobody'/,
			/--with yaml_of_nobody/,
		],
		[
			"that raises",
			() => activated("v2"),
			() => ["dev", file("raises.py", `${server}value = undefined_name\n`)],
			/NameError: name 'undefined_name' is not defined/,
			/Line 3 of raises\.py failed/,
		],
		[
			"for mcp 1 where mcp 2 is",
			() => ({ ...activated("v2"), ...refusingIndex }),
			() => ["dev", file("old.py", "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n")],
			/has mcp 2\.\S+, and the file is written for mcp>=1,<2/,
			/index was not reached/,
		],
		[
			"for mcp 1 that is run with mcp 2",
			() => activated("v2"),
			() => ["run", "--", "python", file("old.py", "from mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n")],
			/exit code 1/,
			/Install mcp<2/,
		],
		[
			"whose --with nothing can install",
			bare,
			() => ["dev", file("server.py", server), "--with", "pandas"],
			/Could not make a Python environment for .*pandas: .*No module named venv/,
			/Install uv/,
		],
		[
			"whose --with pip does not find",
			() => ({ ...activated("v2"), ...refusingIndex }),
			() => ["dev", file("server.py", server), "--with", "pandas"],
			/Could not install .*pandas/,
			/index was not reached/,
		],
		[
			"whose --with uv does not reach",
			() => ({ ...withUv(), ...refusingIndex, UV_NO_CACHE: "1" }),
			() => ["dev", file("server.py", server), "--with", "pandas"],
			/uv could not prepare the environment: .*127\.0\.0\.1:9/,
			/Check the names of packages and the network/,
		],
		[
			"with an interpreter that is missing",
			withoutUv,
			() => ["dev", file("server.py", server), "--python", "/no/such/python"],
			/--python \/no\/such\/python: there is no such interpreter/,
			/Name the path/,
		],
		[
			"with an interpreter that uv does not know",
			() => ({ ...withUv(), ...refusingIndex }),
			() => ["dev", file("server.py", server), "--python", "/no/such/python"],
			/--python \/no\/such\/python: uv found no such interpreter/,
			/Name the path/,
		],
		[
			"with an interpreter that is none",
			withoutUv,
			() => ["dev", file("server.py", server), "--python", file("nopython", "#!/bin/sh\necho hello\n", 0o755)],
			/did not answer as a Python/,
			/--python PATH/,
		],
		[
			"where there is no Python",
			() => ({ PATH: at("nowhere"), VIRTUAL_ENV: undefined }),
			() => ["dev", file("server.py", server)],
			/There is no Python here/,
			/Install uv/,
		],
		[
			"with a project that is missing",
			withoutUv,
			() => ["dev", file("server.py", server), "--with-editable", at("missing")],
			/--with-editable .*missing: there is no such folder/,
			/pyproject\.toml/,
		],
	];
	for (const [what, env, args, why, next] of rows) {
		test(what, async ({ start, open }) => {
			test.setTimeout(90_000);
			const bridge = await start(args(), { env: env() });
			await expectFailure(await open(bridge), why, next, 60_000);
		});
	}

	test("shows its traceback, the line of the user's own code in it", async ({ start, open }) => {
		const bridge = await start(["dev", file("traceback.py", `${server}value = undefined_name\n`)], { env: activated("v2") });
		const stderr = (await open(bridge)).getByRole("region", { name: "stderr" });
		await expect(stderr.getByText("Traceback (most recent call last):")).toBeVisible();
		await expect(stderr.getByText("value = undefined_name")).toBeVisible();
	});
});

test.describe("a URL", () => {
	type Row = [what: string, open: () => Promise<HttpServer>, url: (port: number) => string, why: RegExp, next: RegExp];
	const mcp = (port: number) => `http://127.0.0.1:${port}/mcp`;
	const http = (answer: RequestListener) => () => openHttpServer(answer);
	const tcp = (server: Server) => () => openServer(server);
	const json = { "content-type": "application/json" };
	const rows: readonly Row[] = [
		[
			"with a wrong path",
			http(speakMcp()),
			(port) => `http://127.0.0.1:${port}/wrong`,
			/answered 404: there is nothing at this path/,
			/Many servers use \/mcp/,
		],
		[
			"that wants authorization",
			http(answerAll(401, '{"error":"invalid_token"}', json)),
			mcp,
			/answered 401: it wants authorization\. It said: “invalid_token”/,
			/-H 'Authorization/,
		],
		["that refuses access", http(answerAll(403)), mcp, /answered 403: it refuses access/, /scope/],
		["without the method", http(answerAll(405, "", { allow: "GET" })), mcp, /answered 405/, /--transport sse/],
		["that offers nothing acceptable", http(answerAll(406)), mcp, /answered 406/, /text\/event-stream/],
		["that takes no JSON", http(answerAll(415)), mcp, /answered 415/, /MCP endpoint/],
		[
			"that fails",
			http(answerAll(500, '{"detail":"database is down"}', json)),
			mcp,
			/answered 500: the server failed\. It said: “database is down”/,
			/own output/,
		],
		[
			"behind a proxy that reaches nothing",
			http(htmlPage("502 Bad Gateway", 502)),
			mcp,
			/answered 502: .* titled "502 Bad Gateway"/,
			/behind the proxy running/,
		],
		["of a web page", http(htmlPage("Sign in to Example")), mcp, /HTML page titled "Sign in to Example" instead of JSON/, /\/mcp/],
		[
			"of a page of 50 MB",
			http(flood("<!doctype html><title>Huge</title>", "x".repeat(65_536), 800, { "content-type": "text/html" })),
			mcp,
			/HTML page titled "Huge"/,
			/\/mcp/,
		],
		[
			"that redirects to a login",
			http((_, response) => void response.writeHead(302, { location: "/login" }).end()),
			mcp,
			/redirects to http:\/\/127\.0\.0\.1:\d+\/login/,
			/looks like a login/,
		],
		[
			"that redirects elsewhere",
			http((_, response) => void response.writeHead(307, { location: "http://127.0.0.1:9/" }).end()),
			mcp,
			/redirects to http:\/\/127\.0\.0\.1:9\/, on another origin/,
			/use that URL/,
		],
		[
			"that redirects in a circle",
			http(({ url }, response) => void response.writeHead(307, { location: url === "/mcp" ? "/mcp/" : "/mcp" }).end()),
			mcp,
			/redirects in a circle: \S+\/mcp → \S+\/mcp\/ → \S+\/mcp/,
			/where the server really answers/,
		],
		["with an empty body", http(answerAll(200, "", json)), mcp, /answered 200 with an empty body/, /notification/],
		["without content", http(answerAll(204)), mcp, /answered 204 with an empty body/, /notification/],
		[
			"with text",
			http(answerAll(200, "hello there", { "content-type": "text/plain" })),
			mcp,
			/text\/plain instead of application\/json .*“hello there”/,
			/\/mcp/,
		],
		["with broken JSON", http(answerAll(200, "{ no", json)), mcp, /a body that is not JSON: /, /MCP endpoint/],
		["with other JSON", http(answerAll(200, '{"hello":"world"}', json)), mcp, /JSON, but not JSON-RPC: an object without method/, /MCP endpoint/],
		[
			"with a body that cannot be unpacked",
			http(answerAll(200, "no gzip", { ...json, "content-encoding": "gzip" })),
			mcp,
			/broke after 0 bytes \(Z_DATA_ERROR\)/,
			/proxy/,
		],
		[
			"that sends less than it announced",
			http(answerAll(200, '{"jsonrpc"', { ...json, "content-length": "99", connection: "close" })),
			mcp,
			/broke after 10 bytes/,
			/proxy/,
		],
		[
			"of a bomb",
			http(answerAll(200, gzipSync(Buffer.alloc(70 << 20, 0x20)), { ...json, "content-encoding": "gzip" })),
			mcp,
			/had not ended after 64 MB/,
			/one JSON document/,
		],
		["with a body without end", http(flood("[", "0,".repeat(65_536))), mcp, /had not ended after 256 MB/, /one JSON document/],
		[
			"whose stream ends in the middle of an event",
			http(speakMcp({ "server/discover": cutEvent("end"), initialize: cutEvent("end") })),
			mcp,
			/ended in the middle of an event, before the answer/,
			/crash/,
		],
		[
			"whose stream breaks in the middle of an event",
			http(speakMcp({ "server/discover": cutEvent("break"), initialize: cutEvent("break") })),
			mcp,
			/broke in the middle of an event/,
			/crash/,
		],
		["whose stream is empty", http(answerAll(200, "", { "content-type": "text/event-stream" })), mcp, /event stream of \S+ ended, before the answer/, /crash/],
		["without TLS, spoken to with https", http(speakMcp()), (port) => `https://127.0.0.1:${port}/mcp`, /does not speak TLS/, /http instead of https/],
		["with TLS, spoken to with http", tcp(createTlsServer(() => {})), mcp, /closed the connection before it answered/, /A TLS port wants https/],
		["of another protocol", tcp(createServer((socket) => void socket.end("SSH-2.0-OpenSSH_9.6\r\n"))), mcp, /does not speak HTTP/, /Another protocol/],
		[
			"that closes the connection",
			tcp(createServer((socket) => void socket.once("data", () => socket.destroy()))),
			mcp,
			/closed the connection before it answered/,
			/crash/,
		],
	];
	for (const [what, openUrl, url, why, next] of rows) {
		test(what, async ({ start, open }) => {
			// 256 MB take their time on a busy machine
			test.setTimeout(90_000);
			const server = await listen(openUrl());
			const bridge = await start(["connect", url(server.port)]);
			const page = await open(bridge);
			await expectFailure(page, why, next, 60_000);
			await expect(page.getByText(/^No connection to 127\.0\.0\.1/)).toBeVisible();
			expect(bridge.stderr()).toMatch(why);
		});
	}

	test("where nothing listens, until something does", async ({ start, open }) => {
		const free = await openHttpServer(answerAll(200));
		await free.close();
		const bridge = await start(["connect", `${free.origin}/mcp`]);
		const page = await open(bridge);
		await expectFailure(page, /Nothing listens at http:\/\/127\.0\.0\.1:\d+ \(connection refused\)/, /Is the server running/);
		await listen(openHttpServer(speakMcp(), free.port));
		await restart(page).first().click();
		await expectConnection(page, "Connected");
	});
});

test.describe("nothing that came over HTTP is lost", () => {
	test("the half of an event stands in the log, and its call is lost at once", async ({ start, open }) => {
		const server = await listen(openHttpServer(speakMcp({ "tools/call": cutEvent("break") })));
		const bridge = await start(["connect", `${server.origin}/mcp`]);
		const call = await callTool(bridge, await listed(bridge), "echo");
		expect(call.outcome).toMatchObject({ kind: "lost", message: expect.stringMatching(/stream of .* in the middle of an event/) });
		const messages = new Messages(await open(bridge));
		await expect(messages.row('"resu').first()).toBeVisible();
		await expect(messages.row("stream of /mcp broke").first()).toBeVisible();
	});

	test("an answer of another type is read, and the log says that others refuse it", async ({ start, open }) => {
		const server = await listen(
			openHttpServer(
				speakMcp({
					"tools/call": (response, id) =>
						response
							.writeHead(200, { "content-type": "text/plain" })
							.end(JSON.stringify({ jsonrpc: "2.0", id, result: { content: [{ type: "text", text: "called" }] } })),
				}),
			),
		);
		const bridge = await start(["connect", `${server.origin}/mcp`]);
		expect(await resultText(bridge, await callTool(bridge, await listed(bridge), "echo"))).toBe("called");
		await expect(new Messages(await open(bridge)).row("read as JSON, which other clients refuse").first()).toBeVisible();
	});

	test("a long event in many chunks is one answer", async ({ start }) => {
		const text = "0123456789".repeat(500_000);
		const server = await listen(
			openHttpServer(
				speakMcp({
					"tools/call": (response, id) =>
						response
							.writeHead(200, { "content-type": "text/event-stream" })
							.end(`event: message\ndata: ${JSON.stringify({ jsonrpc: "2.0", id, result: { content: [{ type: "text", text }] } })}\n\n`),
				}),
			),
		);
		const bridge = await start(["connect", `${server.origin}/mcp`]);
		expect((await resultText(bridge, await callTool(bridge, await listed(bridge), "echo"))).length).toBe(text.length);
	});
});

test.describe("a server that does not answer is told so while it is waited for", () => {
	test("over stdio", async ({ start, open }) => {
		const [run = "run", ...rest] = serverArgs("silent");
		const page = await open(await start([run, "--era", "legacy", ...rest]));
		await expect(serverRegion(page).getByText(/^initialize sent [3-9] s ago, 0 bytes received, process alive, pid \d+$/)).toBeVisible();
		await expectConnection(page, "Connecting");
	});

	test("with the part of an answer that has come", async ({ start, open }) => {
		const server = await listen(openHttpServer((_, response) => void response.writeHead(200, { "content-type": "application/json" }).write('{"jsonrpc"')));
		const page = await open(await start(["connect", `${server.origin}/mcp`, "--era", "legacy"]));
		await expect(
			serverRegion(page).getByText(/^initialize sent \d+ s ago, 0 bytes received, 10 B of an answer that has not ended, connection open$/),
		).toBeVisible();
		await expectConnection(page, "Connecting");
	});

	test("and after its time by what it did", async ({ start, open }) => {
		const server = await listen(openHttpServer(answerAll(202)));
		const bridge = await start(["connect", `${server.origin}/mcp`, "--era", "legacy"]);
		const session = await sessionOnce(bridge, "connecting", ({ connectDeadlineAt }) => connectDeadlineAt !== undefined);
		expect(session.state).toBe("connecting");
		test.setTimeout(90_000);
		await expectFailure(
			await open(bridge),
			/initialize sent 30 s ago, 0 bytes received, the connection is open/,
			/202 Accepted, and no stream carried the answer/,
			45_000,
		);
	});
});
