import { compareRuns, type RunOffer } from "../compare-runs.ts";

addEventListener("message", ({ data }: MessageEvent<{ before: RunOffer; after: RunOffer }>) => postMessage(compareRuns(data.before, data.after)));
