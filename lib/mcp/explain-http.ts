import { hintRevisions } from "./hint-revisions.ts";

/** What an HTTP exchange came to, as far as it explains why there is no session. */
export type HttpOutcome = {
	method: string;
	url: string;
	status?: number;
	contentType?: string;
	/** where a redirect leads, absolute */
	location?: string;
	/** the URLs that redirected here, the first one first */
	redirectedFrom?: readonly string[];
	/** the beginning of the body */
	body?: string;
	/** why the body is no message: "not JSON: …" */
	fault?: string;
	/** how the body ended, if not well: "broke after 12 bytes (ECONNRESET)" */
	broke?: string;
	/** how its event stream ended */
	streamEnded?: string;
	/** it carried a message */
	wantsAnswer?: boolean;
	/** what went wrong below HTTP: "ECONNREFUSED" */
	failure?: string;
};

type Told = { message: string; hint: string };

/** Says in one sentence what was wrong with an exchange, and in another what to do. Undefined if it was an answer like any other. */
export function explainHttp(outcome: HttpOutcome): Told | undefined {
	if (outcome.failure !== undefined) return explainFailure(outcome.failure, outcome.url);
	const { status = 0 } = outcome;
	if (status >= 300 && status < 400) return explainRedirect(outcome);
	if (status >= 400) return explainStatus(outcome, status);
	return explainBody(outcome);
}

/** A status of success, and yet no session. */
function explainBody(outcome: HttpOutcome): Told | undefined {
	const { url, status, contentType, body = "" } = outcome;
	const title = htmlTitle(outcome);
	if (title !== undefined) {
		return {
			message: `${url} answered with an HTML page${title === "" ? "" : ` titled ${JSON.stringify(title)}`} instead of JSON.`,
			hint: "Is the path right? Many servers use /mcp, older ones /sse. A page titled Login wants a header.",
		};
	}
	if (outcome.broke !== undefined) return { message: `The answer of ${url} ${outcome.broke}.`, hint: brokeHint(outcome.broke) };
	if (outcome.streamEnded !== undefined) {
		return {
			message: `The event stream of ${url} ${outcome.streamEnded}, before the answer had come.`,
			hint: "What came of it stands in the log. Did the server crash, or does a proxy before it cut streams off?",
		};
	}
	if (outcome.fault !== undefined) {
		return { message: `${url} answered with a body that is ${outcome.fault}.`, hint: "The body stands in the log. Is this an MCP endpoint?" };
	}
	if (status === 202 || !outcome.wantsAnswer || /^text\/event-stream\b/i.test(contentType ?? "")) return undefined;
	if (body === "") {
		return {
			message: `${url} answered ${status} with an empty body, where a JSON-RPC answer is due.`,
			hint: "Is the path right? A server may leave the body out only where it answers a notification.",
		};
	}
	if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType ?? "")) {
		return {
			message: `${url} answered with ${contentType ?? "no content type"} instead of application/json or text/event-stream: ${quote(body)}`,
			hint: "Is the path right? Many servers use /mcp, older ones /sse.",
		};
	}
	return undefined;
}

const brokeHint = (broke: string): string =>
	broke.includes("not ended")
		? "Its beginning stands in the log. Is this an MCP endpoint? An answer is one JSON document."
		: "What came of it stands in the log. Does the server, or a proxy before it, cut answers off?";

function explainStatus(outcome: HttpOutcome, status: number): Told {
	const known = statuses[status] ?? (status >= 500 ? serverFailed : otherRefusal);
	const title = htmlTitle(outcome);
	const reason = title === undefined ? readReason(outcome.body ?? "") : undefined;
	const said = reason !== undefined ? ` It said: ${reason}` : title ? ` It answered with an HTML page titled ${JSON.stringify(title)}.` : "";
	return {
		message: `${outcome.method} ${outcome.url} was answered ${status}: ${known.means}.${said}`,
		hint: hintRevisions(readErrorData(outcome.body)) ?? known.hint,
	};
}

/** The `data` of the JSON-RPC error that a message was refused with. */
function readErrorData(body: string | undefined): unknown {
	try {
		const { error }: { error?: { data?: unknown } } = JSON.parse(body ?? "");
		return error?.data;
	} catch {
		return undefined;
	}
}

/** Redirects within the origin that keep the method are followed, so that this is one that is not, or a circle. */
function explainRedirect({ method, url, status, location, redirectedFrom = [] }: HttpOutcome): Told {
	if (location === undefined)
		return { message: `${method} ${url} was answered ${status}, a redirect without a Location header.`, hint: "Is this an MCP endpoint?" };
	if (redirectedFrom.includes(location) || location === url) {
		return {
			message: `${redirectedFrom[0] ?? url} redirects in a circle: ${[...new Set([...redirectedFrom, url])].join(" → ")} → ${location}`,
			hint: "Use the URL where the server really answers; often only a slash at the end differs.",
		};
	}
	const elsewhere = originOf(location) !== originOf(url);
	return {
		message: `${method} ${url} was answered ${status}: it redirects to ${location}, ${elsewhere ? "on another origin, where headers must not follow" : "which would turn the POST into a GET"}.`,
		hint: /login|signin|oauth|auth/i.test(location)
			? "This looks like a login: pass a header, for example -H 'Authorization: Bearer ${TOKEN}' with TOKEN in the environment."
			: "If that is the server that you mean, use that URL.",
	};
}

type Meaning = { means: string; hint: string };

const serverFailed: Meaning = { means: "the server failed", hint: "The exchange stands in the log; the server's own output may tell more." };
const otherRefusal: Meaning = { means: "which is not an answer to an MCP message", hint: "The exchange stands in the log with its headers and body." };

const statuses: Readonly<Record<number, Meaning>> = {
	400: { means: "the server does not accept this message", hint: "Another era can be chosen with --era; the exchange stands in the log." },
	401: { means: "it wants authorization", hint: "Pass a header, for example -H 'Authorization: Bearer ${TOKEN}' with TOKEN in the environment." },
	403: { means: "it refuses access", hint: "The token may lack a scope, or the server allows only certain origins and hosts." },
	404: { means: "there is nothing at this path", hint: "Is the path right? Many servers use /mcp, older ones /sse." },
	405: { means: "this path does not take the method", hint: "Is the path right? Older servers speak HTTP+SSE: try --transport sse." },
	406: { means: "it does not offer what was accepted", hint: "MCP clients accept application/json and text/event-stream; the server must offer one of them." },
	407: { means: "a proxy wants authorization", hint: "Check the proxy between here and the server." },
	410: { means: "what was at this path is gone", hint: "Look up the server's present URL." },
	415: { means: "it does not take application/json", hint: "Is this an MCP endpoint? Many servers use /mcp." },
	421: { means: "it does not answer to this host name", hint: "The server protects itself against DNS rebinding: use the host name that it allows." },
	426: { means: "it wants another protocol", hint: "Is this an MCP endpoint? A WebSocket address answers so." },
	429: { means: "too many requests", hint: "Wait, then Restart." },
	502: { means: "a proxy did not reach the server behind it", hint: "Is the server behind the proxy running?" },
	503: { means: "the server is not available", hint: "It may be starting, or overloaded. Wait, then Restart." },
	504: { means: "a proxy waited too long for the server behind it", hint: "Does the server behind the proxy hang?" },
};

function explainFailure(failure: string, url: string): Told {
	const where = originOf(url);
	if (failure === "ECONNREFUSED") return { message: `Nothing listens at ${where} (connection refused).`, hint: "Is the server running, and is this its port?" };
	if (failure === "ENOTFOUND" || failure === "EAI_AGAIN")
		return { message: `The host of ${where} is not known (${failure}).`, hint: "Is the name spelled right?" };
	if (/^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(failure))
		return { message: `${where} cannot be reached (${failure}).`, hint: "Is the host up, and is there a firewall or a VPN between here and there?" };
	if (failure === "ECONNRESET" || failure === "UND_ERR_SOCKET")
		return {
			message: `${where} closed the connection before it answered.`,
			hint: "Did the server crash, or does something else than HTTP listen there? A TLS port wants https.",
		};
	if (/^HPE_|HTTP\/1\.1 protocol/.test(failure))
		return { message: `${where} does not speak HTTP (${failure}).`, hint: "Another protocol may listen on this port; a TLS port wants https." };
	if (/WRONG_VERSION_NUMBER|ERR_SSL_|EPROTO/.test(failure))
		return { message: `${where} does not speak TLS (${failure}).`, hint: "A port without TLS wants http instead of https." };
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(failure))
		return {
			message: `The certificate of ${where} is not trusted (${failure}).`,
			hint: "For a certificate of your own, set NODE_EXTRA_CA_CERTS to the file of its authority.",
		};
	return { message: `${where} could not be reached: ${failure}.`, hint: "The exchange stands in the log." };
}

/** What a body says about a refusal: the sentence of a JSON error in its usual places, else short text. */
function readReason(body: string): string | undefined {
	const sentence = /"(?:error_description|message|detail|title|error)"\s*:\s*"((?:[^"\\]|\\.){1,400})"/.exec(body)?.[1];
	if (sentence !== undefined) return `“${sentence.replace(/\\(.)/g, "$1")}”`;
	return body.trim() === "" || /^\s*[[{<]/.test(body) ? undefined : quote(body);
}

const QUOTED = 120;

function quote(text: string): string {
	const line = text.slice(0, 1_000).replace(/\s+/g, " ").trim();
	return `“${line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line}”`;
}

function htmlTitle(outcome: HttpOutcome): string | undefined {
	const html = /\bhtml\b/i.test(outcome.contentType ?? "") || /^\s*<(!doctype html|html)\b/i.test(outcome.body ?? "");
	if (!html) return undefined;
	const title = /<title[^>]*>([^<]{0,200})/i.exec(outcome.body ?? "");
	return (title?.[1] ?? "").replace(/\s+/g, " ").trim();
}

function originOf(url: string): string {
	return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0] ?? url;
}
