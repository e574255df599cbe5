import { useMemo, useRef } from "react";
import type { Suggest } from "@/components/data/suggest.ts";
import { askCompletion, type CompletionRef } from "@/lib/client/ask-completion.ts";
import { formatCount } from "@/lib/format/format-bytes.ts";
import { type JsonValue, membersOf } from "@/lib/mcp/json-value.ts";
import type { Session } from "@/lib/protocol/session.ts";

/** What was filled in already is sent along since this revision (2025-06-18, completion). */
const CONTEXT_SINCE = "2025-06-18";

/** Suggestions of the server for a prompt's arguments or a template's variables; undefined where it offers none. */
export function useSuggest(session: Session, ref: CompletionRef, values: JsonValue): Suggest | undefined {
	const filled = useRef(values);
	filled.current = values;
	const { id, server, state } = session;
	const isOffered = state === "connected" && server?.capabilities.completions !== undefined;
	const takesContext = (server?.protocolVersion ?? "") >= CONTEXT_SINCE;
	const key = JSON.stringify(ref);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the reference
	return useMemo(() => {
		if (!isOffered) return undefined;
		return async (name, typed, signal) => {
			const others = membersOf(filled.current).flatMap(([other, value]) => (other !== name && value.kind === "string" ? [[other, value.value] as const] : []));
			const context = takesContext && others.length > 0 ? { context: { arguments: Object.fromEntries(others) } } : {};
			const { values: found, total, hasMore } = await askCompletion(id, { ref, argument: { name, value: typed }, ...context }, signal);
			if (found.length === 0 || (!hasMore && (total ?? 0) <= found.length)) return { values: found };
			return {
				values: found,
				note: total === undefined ? "The server has more; type to narrow them." : `${formatCount(found.length)} of ${formatCount(total)}`,
			};
		};
	}, [id, isOffered, takesContext, key]);
}
