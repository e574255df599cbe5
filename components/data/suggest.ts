/** What could be typed, and what there is to say of it. */
export type Suggestions = { readonly values: readonly string[]; readonly note?: string };

/** Asks what could stand in the field `name` where `typed` stands now. Rejects with an error whose message can be shown. */
export type Suggest = (name: string, typed: string, signal: AbortSignal) => Promise<Suggestions>;
