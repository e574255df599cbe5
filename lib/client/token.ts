const key = "mcp-inspect-token";

/**
 * The secret that every call of the API carries. It comes once, in the fragment of the address (`#token=…`), is erased from there at
 * once, and is kept in the localStorage of this exact origin, which no other port sees. `undefined` if this browser never had it.
 */
export function readToken(): string | undefined {
	if (typeof window === "undefined") return undefined;
	const { hash, pathname, search } = window.location;
	const given = /^#(?:.*&)?token=([^&]+)/.exec(hash)?.[1];
	if (given) {
		const token = decodeURIComponent(given);
		window.localStorage.setItem(key, token);
		window.history.replaceState(window.history.state, "", pathname + search);
		return token;
	}
	return window.localStorage.getItem(key) ?? undefined;
}
