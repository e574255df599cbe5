import type { ServerInfo } from "../../lib/protocol/session.ts";
import { isObject } from "../capture/read-frame.ts";
import type { Answer } from "./recorder.ts";

/** Reads who the server is from its answer to `initialize` or `server/discover`, as it came: the SDK leaves out what it does not know. */
export function readServerInfo(method: string, answer: Answer): ServerInfo | undefined {
	const result = answer.message?.result;
	if ((method !== "initialize" && method !== "server/discover") || !isObject(result)) return undefined;
	const meta = isObject(result._meta) ? result._meta : {};
	const modern = method === "server/discover";
	const info = modern ? meta["io.modelcontextprotocol/serverInfo"] : result.serverInfo;
	const versions = Array.isArray(result.supportedVersions) ? result.supportedVersions : [];
	const version = modern ? versions[0] : result.protocolVersion;
	return {
		...readIdentity(info),
		...(typeof result.instructions === "string" && { instructions: result.instructions }),
		protocolVersion: typeof version === "string" ? version : "",
		era: modern ? "modern" : "legacy",
		capabilities: isObject(result.capabilities) ? { ...result.capabilities } : {},
	};
}

function readIdentity(info: unknown): Pick<ServerInfo, "name" | "version" | "title"> {
	const { name, version, title } = isObject(info) ? info : {};
	return { name: typeof name === "string" ? name : "", version: typeof version === "string" ? version : "", ...(typeof title === "string" && { title }) };
}
