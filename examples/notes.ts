/**
 * A notes server on @modelcontextprotocol/server 2, over stdio. It has no TypeScript that must be compiled, only types that can be
 * stripped.
 *
 *     mcp-inspect dev examples/notes.ts
 */
import { setTimeout as sleep } from "node:timers/promises";
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import * as z from "zod";

const Draft = z.object({
	title: z.string().min(1).max(120),
	body: z.string().default(""),
	tags: z.array(z.string()).max(8).default([]),
	priority: z.enum(["low", "normal", "high"]).default("normal"),
	due: z.iso.date().nullable().optional().describe("Day it is due; null for never"),
});
const Note = Draft.extend({ id: z.string() });
type Note = z.infer<typeof Note>;

const notes = new Map<string, Note>();
let next = 1;
const keep = (draft: Omit<Note, "id">): Note => {
	const note = { ...draft, id: `note-${next++}` };
	notes.set(note.id, note);
	return note;
};
keep({ title: "Read the specification", body: "", tags: ["mcp"], priority: "high" });
keep({ title: "Groceries", body: "Bread, lentils, lemons.", tags: ["home"], priority: "normal" });

serveStdio(() => {
	const server = new McpServer({ name: "notes-ts", version: "1.0.0" }, { instructions: "Search before you create." });

	server.registerTool(
		"search_notes",
		{
			description: "Find notes by words in their title, body or tags.",
			inputSchema: z.object({ query: z.string(), tag: z.string().optional(), limit: z.number().int().min(1).max(50).default(10) }),
			outputSchema: z.object({ total: z.number().int(), notes: z.array(Note) }),
			annotations: { readOnlyHint: true },
		},
		({ query, tag, limit }) => {
			const words = query.toLowerCase();
			const found = [...notes.values()].filter(
				(note) => (!tag || note.tags.includes(tag)) && `${note.title} ${note.body} ${note.tags.join(" ")}`.toLowerCase().includes(words),
			);
			const output = { total: found.length, notes: found.slice(0, limit) };
			return { content: [{ type: "text", text: JSON.stringify(output) }], structuredContent: output };
		},
	);

	server.registerTool(
		"create_note",
		{ description: "Keep a note and answer it with its id.", inputSchema: z.object({ draft: Draft }), outputSchema: Note },
		({ draft }) => {
			const note = keep(draft);
			return { content: [{ type: "text", text: `Created ${note.id}` }], structuredContent: note };
		},
	);

	server.registerTool(
		"reindex",
		{
			description: "Rebuild the search index, slowly, telling how far it is.",
			inputSchema: z.object({ steps: z.number().int().min(1).max(1_000).default(20) }),
		},
		async ({ steps }, ctx) => {
			const progressToken = ctx.mcpReq._meta?.progressToken;
			for (let step = 1; step <= steps; step++) {
				await sleep(100, undefined, { signal: ctx.mcpReq.signal });
				if (progressToken !== undefined) await ctx.mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: step, total: steps } });
			}
			return { content: [{ type: "text", text: `Indexed ${notes.size} notes.` }] };
		},
	);

	server.registerTool(
		"delete_note",
		{
			description: "Remove a note for good. Fails for an id that there is not.",
			inputSchema: z.object({ id: z.string() }),
			annotations: { destructiveHint: true },
		},
		({ id }) => {
			const gone = notes.delete(id);
			return { content: [{ type: "text", text: gone ? `Deleted ${id}.` : `There is no note ${id}.` }], isError: !gone };
		},
	);

	const list = () => ({ resources: [...notes.values()].map((note) => ({ uri: `notes://${note.id}`, name: note.title })) });
	server.registerResource(
		"note",
		new ResourceTemplate("notes://{id}", { list }),
		{ description: "One note as Markdown", mimeType: "text/markdown" },
		(uri, { id }) => {
			const note = notes.get(String(id));
			if (!note) throw new Error(`There is no note ${String(id)}.`);
			return { contents: [{ uri: uri.href, mimeType: "text/markdown", text: `# ${note.title}\n\n${note.body}\n` }] };
		},
	);

	server.registerPrompt("summarise", { description: "Ask for a summary of the notes with a tag.", argsSchema: z.object({ tag: z.string() }) }, ({ tag }) => {
		const bodies = [...notes.values()].filter((note) => note.tags.includes(tag)).map((note) => `- ${note.title}: ${note.body}`);
		return { messages: [{ role: "user", content: { type: "text", text: `Summarise these notes:\n\n${bodies.join("\n")}` } }] };
	});

	return server;
});
