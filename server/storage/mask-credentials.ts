import { createHash } from "node:crypto";

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"]);

/** Stands in the capture for a secret: the same secret has the same fingerprint, and nothing leads back. */
export function fingerprint(secret: string): string {
	return `[masked-sha256:${createHash("sha256").update(secret).digest("hex").slice(0, 12)}]`;
}

/** A header's value as it may be recorded. */
export function maskHeader(name: string, value: string): string {
	if (!secretHeaders.has(name.toLowerCase())) return value;
	const scheme = /^(Bearer|Basic|DPoP) /i.exec(value);
	return scheme ? `${scheme[0]}${fingerprint(value.slice(scheme[0].length))}` : fingerprint(value);
}

const secretName = /token|secret|password|passwd|api-?_?key|authorization|credential/i;
const secretOption = new RegExp(`^--?[\\w-]*(?:${secretName.source})[\\w-]*$`, "i");
/** Stands where a fingerprint stands for a value: a target that holds it lacks that value. */
const mark = /\[masked-sha256:[0-9a-f]{12}\]/;

/**
 * Arguments of a command line as they may be recorded and shown: the value of an option whose name says that it is a secret, and the
 * credentials of a URL, become a fingerprint.
 */
export function maskArguments(args: readonly string[]): string[] {
	return args.map((arg, index) => {
		const equals = arg.indexOf("=");
		if (equals > 0 && equals < arg.length - 1 && secretOption.test(arg.slice(0, equals))) return arg.slice(0, equals + 1) + fingerprint(arg.slice(equals + 1));
		if (!arg.startsWith("-") && secretOption.test(args[index - 1] ?? "")) return fingerprint(arg);
		return maskUrl(arg);
	});
}

/** A URL as it may be recorded and shown: its password, and what its query calls a secret, become a fingerprint. Other text stays as it is. */
export function maskUrl(text: string): string {
	if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
	return text
		.replace(/^([^/]*\/\/[^/?#\s:@]*):([^/?#\s@]+)@/, (_, before: string, secret: string) => `${before}:${fingerprint(secret)}@`)
		.replace(/([?&])([^=&#]+)=([^&#]+)/g, (whole, sign: string, name: string, value: string) =>
			secretName.test(name) ? `${sign}${name}=${fingerprint(value)}` : whole,
		);
}

/** Whether a text lacks a secret that was masked when it was kept. */
export function isMasked(text: string): boolean {
	return mark.test(text);
}
