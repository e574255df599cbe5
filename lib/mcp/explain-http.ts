import { hintRevisions } from "./hint-revisions.ts";

/** What an HTTP exchange came to, as far as it explains why there is no session. */
export type HttpOutcome = { method: string; url: string; status?: number; contentType?: string; body?: string; failure?: string };

/** Says in one sentence what was wrong with an exchange, and in another what to do. */
export function explainHttp(outcome: HttpOutcome): { message: string; hint: string } {
	const where = originOf(outcome.url);
	if (outcome.failure !== undefined) return explainFailure(outcome.failure, where);
	const { status = 0 } = outcome;
	const title = htmlTitle(outcome);
	if (title !== undefined && status < 400) {
		return {
			message: `${outcome.url} answered with an HTML page${title === "" ? "" : ` titled ${JSON.stringify(title)}`} instead of JSON.`,
			hint: "Is the path right? Many servers use /mcp, older ones /sse. A page titled Login wants a header.",
		};
	}
	const known =
		statuses[status] ?? (status >= 500 ? { means: "the server failed", hint: "What it answered stands in the log; its own output may tell more." } : undefined);
	const refusal = title === undefined ? readRefusal(outcome.body) : undefined;
	const hint = hintRevisions(refusal?.data);
	if (refusal && hint) return { message: `${outcome.method} ${outcome.url} was answered ${status}: ${refusal.message}`, hint };
	const said = title ? ` It answered with an HTML page titled ${JSON.stringify(title)}.` : refusal ? ` It said: ${refusal.message}` : "";
	if (known) return { message: `${outcome.method} ${outcome.url} was answered ${status}: ${known.means}.${said}`, hint: known.hint };
	return {
		message: `${outcome.method} ${outcome.url} was answered ${status}, which is not an answer to an MCP message.${said}`,
		hint: "The exchange stands in the log with its headers and body.",
	};
}

const statuses: Readonly<Record<number, { means: string; hint: string }>> = {
	301: { means: "it has moved, and redirects are not followed to another origin", hint: "Use the URL that the Location header names." },
	302: { means: "it redirects elsewhere", hint: "Use the URL that the Location header names; a login page wants a header." },
	307: { means: "it redirects", hint: "Use the URL that the Location header names: often only a slash at the end differs." },
	308: { means: "it has moved", hint: "Use the URL that the Location header names." },
	400: { means: "the server does not accept this message", hint: "Its reason stands in the answer. Another era can be chosen with --era." },
	401: { means: "it wants authorization", hint: "Pass a header, for example -H 'Authorization: Bearer ${TOKEN}' with TOKEN in the environment." },
	403: { means: "it refuses access", hint: "The token may lack a scope, or the server allows only certain origins and hosts." },
	404: { means: "there is nothing at this path", hint: "Is the path right? Many servers use /mcp, older ones /sse." },
	405: { means: "this path does not take the method", hint: "Is the path right? Older servers speak HTTP+SSE: try --transport sse." },
	406: { means: "it does not offer what was accepted", hint: "MCP clients accept application/json and text/event-stream; the server must offer one of them." },
	415: { means: "it does not take application/json", hint: "Is this an MCP endpoint?" },
	421: { means: "it does not answer to this host name", hint: "The server protects itself against DNS rebinding: use the host name that it allows." },
	429: { means: "too many requests", hint: "Wait, then Restart." },
};

function explainFailure(failure: string, where: string): { message: string; hint: string } {
	if (failure === "ECONNREFUSED") return { message: `Nothing listens at ${where} (connection refused).`, hint: "Is the server running, and is this its port?" };
	if (failure === "ENOTFOUND" || failure === "EAI_AGAIN")
		return { message: `The host of ${where} is not known (${failure}).`, hint: "Is the name spelled right?" };
	if (failure === "ECONNRESET" || failure === "UND_ERR_SOCKET")
		return {
			message: `${where} closed the connection before it answered.`,
			hint: "Does something else than HTTP listen there, or did the server crash? A TLS port wants https.",
		};
	if (/^HPE_/.test(failure))
		return { message: `${where} does not speak HTTP (${failure}).`, hint: "Another protocol may listen on this port; a TLS port wants https." };
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(failure))
		return {
			message: `The certificate of ${where} is not trusted (${failure}).`,
			hint: "For a certificate of your own, set NODE_EXTRA_CA_CERTS to the file of its authority.",
		};
	return { message: `${where} could not be reached: ${failure}.`, hint: "The exchange stands in the log." };
}

const SAID_LIMIT = 300;

/** The words of the JSON-RPC error that the server refused a message with. */
function readRefusal(body: string | undefined): { message: string; data: unknown } | undefined {
	try {
		const { error }: { error?: { message?: unknown; data?: unknown } } = JSON.parse(body ?? "");
		return typeof error?.message === "string" && error.message !== "" ? { message: error.message.slice(0, SAID_LIMIT), data: error.data } : undefined;
	} catch {
		return undefined;
	}
}

function htmlTitle(outcome: HttpOutcome): string | undefined {
	const html = /\bhtml\b/i.test(outcome.contentType ?? "") || /^\s*<(!doctype html|html)\b/i.test(outcome.body ?? "");
	if (!html) return undefined;
	const title = /<title[^>]*>([^<]{0,200})/i.exec(outcome.body ?? "");
	return (title?.[1] ?? "").replace(/\s+/g, " ").trim();
}

function originOf(url: string): string {
	return /^[a-z]+:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}
