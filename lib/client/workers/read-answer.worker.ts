import { readToolAnswer } from "../../mcp/read-result.ts";

addEventListener("message", (event: MessageEvent<Uint8Array>) => postMessage(readToolAnswer(new TextDecoder().decode(event.data))));
