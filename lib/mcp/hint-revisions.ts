/** What to do when a server refuses a revision: its error says in `data.supported` which ones it speaks (2026-07-28, versioning). */
export function hintRevisions(data: unknown): string | undefined {
	const supported = typeof data === "object" && data !== null && "supported" in data && Array.isArray(data.supported) ? data.supported : [];
	const revisions = supported.filter((revision): revision is string => typeof revision === "string" && /^[\w.-]{1,40}$/.test(revision)).slice(0, 10);
	if (revisions.length === 0) return undefined;
	return `The server speaks ${revisions.join(", ")}. Leave --era out to have that found, or choose it with --era ${revisions[0]}.`;
}
