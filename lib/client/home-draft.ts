import { createStore } from "./create-store.ts";

/** What the field of the home page holds when it opens: the target that someone wants to change. */
export const homeDraft = createStore("");
