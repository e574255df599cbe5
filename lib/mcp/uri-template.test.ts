import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { JsonValue } from "./json-value.ts";
import { parseJson } from "./parse-json.ts";
import { expandUriTemplate, parseUriTemplate, templateVariables } from "./uri-template.ts";

const jsonOf = (value: unknown): JsonValue => parseJson(JSON.stringify(value)).value ?? assert.fail();
function expand(text: string, values: unknown): string {
	const template = parseUriTemplate(text);
	return template.parts ? expandUriTemplate(template, jsonOf(values)) : assert.fail(`${text}: ${template.fault.message}`);
}
function faultOf(text: string) {
	const template = parseUriTemplate(text);
	return template.parts ? undefined : template.fault;
}

/** The variables of the RFC's own examples (section 3.2). */
const values = {
	count: ["one", "two", "three"],
	dom: ["example", "com"],
	dub: "me/too",
	hello: "Hello World!",
	half: "50%",
	var: "value",
	who: "fred",
	base: "http://example.com/home/",
	path: "/foo/bar",
	list: ["red", "green", "blue"],
	keys: { semi: ";", dot: ".", comma: "," },
	v: "6",
	x: "1024",
	y: "768",
	empty: "",
	empty_keys: {},
	undef: null,
};

const examples: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
	"level 1": [
		["{var}", "value"],
		["{hello}", "Hello%20World%21"],
		["{half}", "50%25"],
		["O{empty}X", "OX"],
		["O{undef}X", "OX"],
	],
	"level 2": [
		["{+var}", "value"],
		["{+hello}", "Hello%20World!"],
		["{+half}", "50%25"],
		["{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex"],
		["{+base}index", "http://example.com/home/index"],
		["{+path}/here", "/foo/bar/here"],
		["here?ref={+path}", "here?ref=/foo/bar"],
		["X{#var}", "X#value"],
		["X{#hello}", "X#Hello%20World!"],
	],
	"level 3": [
		["map?{x,y}", "map?1024,768"],
		["{x,hello,y}", "1024,Hello%20World%21,768"],
		["{+x,hello,y}", "1024,Hello%20World!,768"],
		["{+path,x}/here", "/foo/bar,1024/here"],
		["{#x,hello,y}", "#1024,Hello%20World!,768"],
		["{#path,x}/here", "#/foo/bar,1024/here"],
		["X{.var}", "X.value"],
		["X{.x,y}", "X.1024.768"],
		["{/var}", "/value"],
		["{/var,x}/here", "/value/1024/here"],
		["{;x,y}", ";x=1024;y=768"],
		["{;x,y,empty}", ";x=1024;y=768;empty"],
		["{?x,y}", "?x=1024&y=768"],
		["{?x,y,empty}", "?x=1024&y=768&empty="],
		["?fixed=yes{&x}", "?fixed=yes&x=1024"],
		["{&x,y,empty}", "&x=1024&y=768&empty="],
		["{?x,y,undef}", "?x=1024&y=768"],
	],
	"level 4": [
		["{var:3}", "val"],
		["{var:30}", "value"],
		["{list}", "red,green,blue"],
		["{list*}", "red,green,blue"],
		["{keys}", "semi,%3B,dot,.,comma,%2C"],
		["{keys*}", "semi=%3B,dot=.,comma=%2C"],
		["{+path:6}/here", "/foo/b/here"],
		["{+list}", "red,green,blue"],
		["{+keys}", "semi,;,dot,.,comma,,"],
		["{+keys*}", "semi=;,dot=.,comma=,"],
		["{#path:6}/here", "#/foo/b/here"],
		["{#keys*}", "#semi=;,dot=.,comma=,"],
		["X{.var:3}", "X.val"],
		["X{.list}", "X.red,green,blue"],
		["X{.list*}", "X.red.green.blue"],
		["www{.dom*}", "www.example.com"],
		["{/var:1,var}", "/v/value"],
		["{/list}", "/red,green,blue"],
		["{/list*}", "/red/green/blue"],
		["{/list*,path:4}", "/red/green/blue/%2Ffoo"],
		["{/keys*}", "/semi=%3B/dot=./comma=%2C"],
		["{;hello:5}", ";hello=Hello"],
		["{;list}", ";list=red,green,blue"],
		["{;list*}", ";list=red;list=green;list=blue"],
		["{;keys*}", ";semi=%3B;dot=.;comma=%2C"],
		["{?var:3}", "?var=val"],
		["{?list*}", "?list=red&list=green&list=blue"],
		["{?keys}", "?keys=semi,%3B,dot,.,comma,%2C"],
		["{?keys*}", "?semi=%3B&dot=.&comma=%2C"],
		["{&list}", "&list=red,green,blue"],
		["{&keys*}", "&semi=%3B&dot=.&comma=%2C"],
		["O{empty_keys}X", "OX"],
		["O{/empty_keys*}X", "OX"],
		["find{?year*}", "find?year=1965&year=2000"],
	],
};

describe("expandUriTemplate", () => {
	for (const [level, cases] of Object.entries(examples))
		it(`expands the RFC's examples of ${level}`, () => {
			for (const [template, expected] of cases) assert.equal(expand(template, { ...values, year: ["1965", "2000"] }), expected, template);
		});
	it("keeps what is encoded already in literals and reserved expansions, and cuts characters whole", () => {
		assert.equal(expand("a%20b ü", {}), "a%20b%20%C3%BC");
		assert.equal(expand("{+x}", { x: "a%2fb%" }), "a%2fb%25");
		assert.equal(expand("{x:2}", { x: "🦊é!" }), "%F0%9F%A6%8A%C3%A9");
	});
	it("gives back what was filled in", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (x) => {
				const written = expand("{x}", { x });
				assert.match(written, /^[\w.~%-]*$/);
				assert.equal(decodeURIComponent(written), x);
			}),
		);
	});
});

describe("parseUriTemplate", () => {
	it("says what is wrong and where", () => {
		assert.deepEqual(faultOf("a{b"), { at: 1, message: "a { without its }" });
		assert.deepEqual(faultOf("a}b"), { at: 1, message: "a } without its {" });
		assert.deepEqual(faultOf("a{}"), { at: 2, message: "an expression without a variable" });
		assert.deepEqual(faultOf("{a,,b}"), { at: 3, message: "a variable without a name" });
		assert.deepEqual(faultOf("{=a}"), { at: 1, message: "the operator = is reserved" });
		assert.deepEqual(faultOf("{a b}"), { at: 1, message: '"a b" is no variable' });
		assert.deepEqual(faultOf("{a,b:0}"), { at: 3, message: '"b:0" is no variable' });
	});
	it("takes names with a hyphen, as servers write them", () => {
		assert.equal(expand("u://{user-id}", { "user-id": "7" }), "u://7");
	});
	it("tells each variable once", () => {
		const template = parseUriTemplate("{a}/{?a*,b}");
		assert.deepEqual(template.parts && templateVariables(template).map(({ name, operator, explode }) => [name, operator, explode]), [
			["a", "", true],
			["b", "?", false],
		]);
	});
	it("takes any text without throwing, and expands to nothing but URI characters", () => {
		const piece = fc.oneof(fc.constantFrom("{", "}", "{a}", "{?a,b*}", "{+c:3}", "{__proto__}", "%", "%2"), fc.string({ unit: "binary" }));
		fc.assert(
			fc.property(fc.array(piece), fc.string({ unit: "binary" }), (pieces, a) => {
				const template = parseUriTemplate(pieces.join(""));
				if (!template.parts) return;
				assert.match(expandUriTemplate(template, jsonOf({ a, b: [a, a], c: a })), /^[!#$%&'()*+,\-./\w:;=?@[\]~]*$/);
			}),
		);
	});
});
