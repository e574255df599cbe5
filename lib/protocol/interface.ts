import * as z from "zod";
import { ServerInfo } from "./session.ts";

/** What a server offers, as a file: made by `snapshot`, compared by `diff`. Items stand as the server sent them, sorted by name, uri or template. */
export const InterfaceFile = z.object({
	/** version of this format */
	mcpInterface: z.literal(1),
	server: ServerInfo.pick({ name: true, version: true, title: true }),
	...ServerInfo.pick({ protocolVersion: true, era: true, instructions: true, capabilities: true }).shape,
	tools: z.array(z.unknown()),
	resources: z.array(z.unknown()),
	resourceTemplates: z.array(z.unknown()),
	prompts: z.array(z.unknown()),
});
export type InterfaceFile = z.infer<typeof InterfaceFile>;
