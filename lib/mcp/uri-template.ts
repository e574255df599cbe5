import { type JsonValue, member } from "./json-value.ts";

/** One variable in an expression: `{name}`, `{name:3}` or `{name*}`. */
export type TemplateVariable = { readonly name: string; readonly prefix: number | undefined; readonly explode: boolean };
export type TemplateOperator = keyof typeof operators;
export type TemplateExpression = { readonly operator: TemplateOperator; readonly variables: readonly TemplateVariable[] };
export type UriTemplate = { readonly parts: readonly (string | TemplateExpression)[] };
/** What is wrong with a template; `at` is the index of the character. */
export type TemplateFault = { readonly at: number; readonly message: string };

/** How each operator expands (RFC 6570, appendix A): what comes first, between, whether names are written, and which characters stay. */
const operators = {
	"": { first: "", separator: ",", named: false, ifEmpty: "", reserved: false },
	"+": { first: "", separator: ",", named: false, ifEmpty: "", reserved: true },
	"#": { first: "#", separator: ",", named: false, ifEmpty: "", reserved: true },
	".": { first: ".", separator: ".", named: false, ifEmpty: "", reserved: false },
	"/": { first: "/", separator: "/", named: false, ifEmpty: "", reserved: false },
	";": { first: ";", separator: ";", named: true, ifEmpty: "", reserved: false },
	"?": { first: "?", separator: "&", named: true, ifEmpty: "=", reserved: false },
	"&": { first: "&", separator: "&", named: true, ifEmpty: "=", reserved: false },
} as const;

/** Letters, digits, `_`, percent-encoded bytes, dots between; and `-`, which the RFC leaves out and servers use. */
const variable = /^((?:[\w-]|%[\da-f]{2})+(?:\.(?:[\w-]|%[\da-f]{2})+)*)(?::([1-9]\d{0,3})|(\*))?$/i;

/** Reads a template of RFC 6570, all four levels. */
export function parseUriTemplate(text: string): UriTemplate | { readonly parts?: undefined; readonly fault: TemplateFault } {
	const parts: (string | TemplateExpression)[] = [];
	for (let at = 0; at < text.length; ) {
		const open = text.indexOf("{", at);
		const literal = text.slice(at, open < 0 ? text.length : open);
		const stray = literal.indexOf("}");
		if (stray >= 0) return fault(at + stray, "a } without its {");
		if (literal !== "") parts.push(literal);
		if (open < 0) break;
		const close = text.indexOf("}", open);
		if (close < 0) return fault(open, "a { without its }");
		const expression = parseExpression(text.slice(open + 1, close), open + 1);
		if ("fault" in expression) return expression;
		parts.push(expression);
		at = close + 1;
	}
	return { parts };
}

function parseExpression(text: string, at: number): TemplateExpression | { readonly fault: TemplateFault } {
	if (text === "") return fault(at, "an expression without a variable");
	const sign = text[0] ?? "";
	if ("=,!@|".includes(sign)) return fault(at, `the operator ${sign} is reserved`);
	const operator = isOperator(sign) ? sign : "";
	const variables: TemplateVariable[] = [];
	let start = at + operator.length;
	for (const piece of text.slice(operator.length).split(",")) {
		const found = variable.exec(piece);
		if (!found?.[1]) return fault(start, piece === "" ? "a variable without a name" : `${JSON.stringify(piece.slice(0, 40))} is no variable`);
		variables.push({ name: found[1], prefix: found[2] === undefined ? undefined : Number(found[2]), explode: found[3] !== undefined });
		start += piece.length + 1;
	}
	return { operator, variables };
}

const isOperator = (sign: string): sign is TemplateOperator => sign !== "" && Object.hasOwn(operators, sign);
const fault = (at: number, message: string) => ({ fault: { at, message } });

/** The variables of a template, each once, with the operator where it stands first. */
export function templateVariables({ parts }: UriTemplate): readonly (TemplateVariable & { readonly operator: TemplateOperator })[] {
	const found = new Map<string, TemplateVariable & { readonly operator: TemplateOperator }>();
	for (const part of parts) {
		if (typeof part === "string") continue;
		for (const each of part.variables) {
			const known = found.get(each.name);
			found.set(each.name, { ...each, operator: known?.operator ?? part.operator, explode: each.explode || (known?.explode ?? false) });
		}
	}
	return [...found.values()];
}

/** The URI that a template and values give: texts, lists and objects of texts. A member that is absent, null or empty as a list is left out. */
export function expandUriTemplate({ parts }: UriTemplate, values: JsonValue): string {
	return parts.map((part) => (typeof part === "string" ? encode(part, true) : expandExpression(part, values))).join("");
}

function expandExpression({ operator, variables }: TemplateExpression, values: JsonValue): string {
	const rule = operators[operator];
	const pieces = variables.flatMap((each) => expandVariable(each, readValue(member(values, each.name)), rule) ?? []);
	return pieces.length === 0 ? "" : rule.first + pieces.join(rule.separator);
}

type Rule = (typeof operators)[TemplateOperator];
/** A text, a list, or the pairs of an object. */
type Value = string | readonly string[] | { readonly pairs: readonly (readonly [string, string])[] };

function expandVariable({ name, prefix, explode }: TemplateVariable, value: Value | undefined, rule: Rule): string | undefined {
	if (value === undefined) return undefined;
	const write = (text: string): string => encode(text, rule.reserved);
	const named = (key: string, written: string): string => (rule.named ? `${key}${written === "" ? rule.ifEmpty : `=${written}`}` : written);
	if (typeof value === "string") return named(encode(name, true), write(prefix === undefined ? value : [...value].slice(0, prefix).join("")));
	if ("pairs" in value) {
		if (explode) return value.pairs.map(([key, text]) => `${write(key)}=${write(text)}`).join(rule.separator);
		return named(encode(name, true), value.pairs.flatMap(([key, text]) => [write(key), write(text)]).join(","));
	}
	if (explode) return value.map((text) => named(encode(name, true), write(text))).join(rule.separator);
	return named(encode(name, true), value.map(write).join(","));
}

function readValue(value: JsonValue | undefined): Value | undefined {
	switch (value?.kind) {
		case "array":
			return value.items.length === 0 ? undefined : value.items.map(scalar);
		case "object":
			return value.members.length === 0 ? undefined : { pairs: value.members.map(([name, inner]) => [name, scalar(inner)] as const) };
		case "string":
		case "number":
		case "boolean":
			return scalar(value);
		default:
			return undefined;
	}
}

function scalar(value: JsonValue): string {
	if (value.kind === "string") return value.value;
	if (value.kind === "number") return value.digits;
	return value.kind === "boolean" ? String(value.value) : "";
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** Percent-encodes all but unreserved characters; with `reserved`, those of a URI and what is encoded already stay too. */
function encode(text: string, reserved: boolean): string {
	// half of a pair of surrogates has no encoding
	const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
	if (!reserved) return encodeURIComponent(whole).replace(/[!'()*]/g, percent);
	return whole
		.split(/(%[\da-f]{2})/i)
		.map((piece, at) => (at % 2 === 1 ? piece : encodeURI(piece).replace(/%5B/g, "[").replace(/%5D/g, "]")))
		.join("");
}
