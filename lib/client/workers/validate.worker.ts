import { validateJson } from "../validate-json.ts";

export type ValidateRequest = { id: number; schema: string; value: string };

// said once it runs, so that the time to start is not taken for the schema's
postMessage("ready");
addEventListener("message", (event: MessageEvent<ValidateRequest>) => {
	const { id, schema, value } = event.data;
	postMessage({ id, judgement: validateJson(schema, value) });
});
