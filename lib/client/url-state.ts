/** What of the page's state stands in the URL beside the panel, which is the path. */
export type UrlState = {
	readonly session?: string;
	readonly item?: string;
	readonly tab?: string;
	readonly filter?: string;
	readonly seq?: number;
};

const names = ["session", "item", "tab", "filter", "seq"] as const satisfies readonly (keyof UrlState)[];

/** Reads the state from a search string. What is malformed is left out. */
export function readUrlState(search: string): UrlState {
	const found = new URLSearchParams(search);
	const state: { -readonly [Name in keyof UrlState]: UrlState[Name] } = {};
	for (const name of names) {
		const value = found.get(name);
		if (value === null || value === "") continue;
		if (name !== "seq") state[name] = value;
		else if (/^\d{1,15}$/.test(value)) state.seq = Number(value);
	}
	return state;
}

/** The search string of a state, `""` or beginning with `?`, in one order. Parameters that are not ours in `search` are kept, behind. */
export function writeUrlState(state: UrlState, search = ""): string {
	const out = new URLSearchParams();
	for (const name of names) {
		const value = state[name];
		if (value !== undefined && value !== "") out.set(name, String(value));
	}
	for (const [name, value] of new URLSearchParams(search)) if (!(names as readonly string[]).includes(name)) out.append(name, value);
	const text = out.toString();
	return text && `?${text}`;
}
