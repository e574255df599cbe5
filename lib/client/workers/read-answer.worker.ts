import { type AnswerMethod, readAnswer } from "../../mcp/read-answer.ts";

addEventListener("message", ({ data }: MessageEvent<{ method: AnswerMethod; bytes: Uint8Array }>) =>
	postMessage(readAnswer(data.method, new TextDecoder().decode(data.bytes))),
);
