import { createHash } from "node:crypto";

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"]);

/** Stands in the capture for a secret: the same secret has the same fingerprint, and nothing leads back. */
export function fingerprint(secret: string): string {
	return `[masked sha256:${createHash("sha256").update(secret).digest("hex").slice(0, 12)}]`;
}

/** A header's value as it may be recorded. */
export function maskHeader(name: string, value: string): string {
	if (!secretHeaders.has(name.toLowerCase())) return value;
	const scheme = /^(Bearer|Basic|DPoP) /i.exec(value);
	return scheme ? `${scheme[0]}${fingerprint(value.slice(scheme[0].length))}` : fingerprint(value);
}

/**
 * Arguments of a command line as they may be recorded and shown: the value of an option whose name says that it is a secret, and the
 * credentials of a URL, become a fingerprint.
 */
export function maskArguments(args: readonly string[]): string[] {
	return args.map((arg, index) => {
		const option = /^(--?[\w-]*(?:token|secret|password|passwd|api-?key|authorization)[\w-]*)=(.+)$/i.exec(arg);
		if (option) return `${option[1]}=${fingerprint(option[2] ?? "")}`;
		const previous = args[index - 1] ?? "";
		if (/^--?[\w-]*(?:token|secret|password|passwd|api-?key|authorization)[\w-]*$/i.test(previous) && !arg.startsWith("-")) return fingerprint(arg);
		return arg.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/\s:@]*):([^/\s@]+)@/i, (_, before: string, secret: string) => `${before}:${fingerprint(secret)}@`);
	});
}
