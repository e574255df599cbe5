import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { explainHttp, type HttpOutcome } from "./explain-http.ts";

const url = "http://127.0.0.1:8000/mcp";
const explain = (outcome: Partial<HttpOutcome>) => explainHttp({ method: "POST", url, wantsAnswer: true, ...outcome });

const told: [what: string, outcome: Partial<HttpOutcome>, message: RegExp, hint: RegExp][] = [
	["a port where nobody listens", { failure: "ECONNREFUSED" }, /^Nothing listens at http:\/\/127\.0\.0\.1:8000 \(/, /server running/],
	["a host that is not known", { failure: "ENOTFOUND" }, /host .* not known/, /spelled/],
	["a host that is not reached", { failure: "UND_ERR_CONNECT_TIMEOUT" }, /cannot be reached/, /firewall/],
	["a connection that is closed", { failure: "UND_ERR_SOCKET" }, /closed the connection/, /https/],
	["what is no HTTP", { failure: "HPE_INVALID_CONSTANT" }, /does not speak HTTP/, /Another protocol/],
	["TLS where there is none", { failure: "ERR_SSL_WRONG_VERSION_NUMBER" }, /does not speak TLS/, /http instead of https/],
	["a certificate of one's own", { failure: "DEPTH_ZERO_SELF_SIGNED_CERT" }, /not trusted/, /NODE_EXTRA_CA_CERTS/],
	["401", { status: 401 }, /answered 401: it wants authorization\.$/, /-H 'Authorization/],
	["403", { status: 403 }, /403: it refuses access/, /scope/],
	["404 in words of text", { status: 404, body: "Not Found" }, /404: there is nothing at this path\. It said: “Not Found”$/, /\/mcp/],
	["405", { status: 405 }, /405/, /--transport sse/],
	["406", { status: 406 }, /406/, /text\/event-stream/],
	["415", { status: 415 }, /415/, /MCP endpoint/],
	[
		"400 in the words of its JSON-RPC error",
		{ status: 400, body: '{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"No \\"session\\""}}' },
		/It said: “No "session"”$/,
		/--era/,
	],
	[
		"500 in the words of its JSON",
		{ status: 500, body: '{"detail":"database is down"}' },
		/500: the server failed\. It said: “database is down”/,
		/own output/,
	],
	[
		"a page of an error",
		{ status: 502, contentType: "text/html", body: "<title>502 Bad\n Gateway</title>" },
		/502: .* It answered with an HTML page titled "502 Bad Gateway"\.$/,
		/proxy/,
	],
	["a status that nobody knows", { status: 418 }, /418: which is not an answer/, /log/],
	[
		"a page instead of JSON",
		{ status: 200, contentType: "text/html", body: "<!doctype html><title>Login</title>" },
		/HTML page titled "Login" instead of JSON/,
		/header/,
	],
	["a page that hides what it is", { status: 200, body: " <html></html>" }, /an HTML page instead of JSON/, /path/],
	["no body", { status: 200, body: "" }, /200 with an empty body/, /notification/],
	[
		"a body that is no JSON",
		{ status: 200, contentType: "application/json", body: "x", fault: "not JSON: x" },
		/a body that is not JSON: x\.$/,
		/MCP endpoint/,
	],
	["another type", { status: 200, contentType: "text/plain", body: "hello\nthere" }, /text\/plain instead of .*: “hello there”$/, /path/],
	["a body that broke", { status: 200, broke: "broke after 12 bytes (ECONNRESET)" }, /broke after 12 bytes/, /proxy/],
	["a body without end", { status: 200, broke: "had not ended after 256 MB" }, /had not ended after 256 MB/, /one JSON document/],
	[
		"a stream that ended early",
		{ status: 200, contentType: "text/event-stream", streamEnded: "ended in the middle of an event" },
		/stream of .* ended in the middle of an event, before the answer/,
		/crash/,
	],
	[
		"a redirect to a login",
		{ status: 302, location: "http://127.0.0.1:8000/login" },
		/redirects to http:\/\/127\.0\.0\.1:8000\/login, which would turn/,
		/header/,
	],
	["a redirect to another origin", { status: 307, location: "http://other.example/mcp" }, /on another origin/, /use that URL/],
	["a redirect to nowhere", { status: 302 }, /without a Location/, /MCP endpoint/],
	["a circle", { status: 307, location: url, redirectedFrom: [url, `${url}/`] }, /in a circle: http:\S+\/mcp → http:\S+\/mcp\/ → http:\S+\/mcp$/, /slash/],
];

describe("an HTTP exchange without a session", () => {
	for (const [what, outcome, message, hint] of told)
		it(`explains ${what}`, () => {
			const said = explain(outcome);
			assert.match(said?.message ?? "", message);
			assert.match(said?.hint ?? "", hint);
		});

	it("says nothing of an answer like any other", () => {
		assert.equal(explain({ status: 202, body: "" }), undefined);
		assert.equal(explain({ status: 200, contentType: "application/json; charset=utf-8", body: "{}" }), undefined);
		assert.equal(explain({ status: 200, contentType: "text/event-stream" }), undefined);
		assert.equal(explain({ status: 200, body: "", wantsAnswer: false }), undefined);
	});
});
