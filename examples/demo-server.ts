/**
 * The server behind `mcp-inspect demo`: a small notes application that shows what a tool can do — text, structured output with a schema,
 * images, audio, links, progress with cancel, logging, an error, a nested form, and a list of tools that changes — and resources and prompts
 * of every kind.
 * Speaks both eras of the protocol over stdio.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import * as z from "zod";
import { drawBarChart } from "./demo/bar-chart.ts";
import { makeChime } from "./demo/chime.ts";
import { CreateNoteIn, NoteOut, ReindexIn, SearchIn } from "./demo/note-schemas.ts";
import { addNote, countTags, listNotes, removeNote, searchNotes } from "./demo/note-store.ts";
import { registerPrompts } from "./demo/register-prompts.ts";
import { CLOCK, noteUri, registerResources, TAGS } from "./demo/register-resources.ts";
import { tellUpdates } from "./demo/resource-updates.ts";

const icon = (shape: string) => [
	{
		src: `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#4f7cff" stroke-width="1.5" stroke-linecap="round">${shape}</svg>`).toString("base64")}`,
		mimeType: "image/svg+xml",
		sizes: ["any"],
	},
];
const text = (words: string) => ({ content: [{ type: "text" as const, text: words }] });

function makeServer(): McpServer {
	const server = new McpServer(
		{ name: "notes-demo", title: "Notes (demo)", version: "1.0.0" },
		{
			capabilities: { logging: {}, tools: { listChanged: true }, resources: { subscribe: true, listChanged: true }, completions: {} },
			instructions: "A notes application to try an inspector on. Search before you create; ids come from search_notes or create_note.",
		},
	);

	registerResources(server);
	registerPrompts(server);
	const updated = tellUpdates(server, CLOCK);

	server.registerTool(
		"search_notes",
		{
			title: "Search notes",
			description: "Finds notes by words in their title, body or tags.",
			inputSchema: SearchIn,
			outputSchema: z.object({ total: z.number().int(), notes: z.array(NoteOut) }),
			annotations: { readOnlyHint: true, openWorldHint: false },
			icons: icon('<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5 14 14"/>'),
		},
		({ query, tag, limit }) => {
			const found = searchNotes(query, tag);
			const output = { total: found.length, notes: found.slice(0, limit) };
			return { content: [{ type: "text", text: JSON.stringify(output) }], structuredContent: output };
		},
	);

	server.registerTool(
		"create_note",
		{
			title: "Create a note",
			description: "Keeps a note and answers it with its id.",
			inputSchema: CreateNoteIn,
			outputSchema: NoteOut,
			annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
			icons: icon('<path d="M8 3v10M3 8h10"/>'),
		},
		async ({ title, body, tags, priority }, ctx) => {
			const note = addNote({ title, body, tags, priority });
			await ctx.mcpReq.log("info", { created: note.id, title }, "notes");
			server.sendResourceListChanged();
			updated(TAGS);
			return {
				content: [
					{ type: "text", text: `Created ${note.id}: ${title}` },
					{ type: "resource_link", uri: noteUri(note.id), name: note.title, mimeType: "text/markdown" },
				],
				structuredContent: note,
			};
		},
	);

	server.registerTool(
		"delete_note",
		{
			title: "Delete a note",
			description: "Removes a note for good.",
			inputSchema: z.object({ id: z.string().describe("Such as note-1") }),
			annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
		},
		({ id }) => {
			if (!removeNote(id)) return { ...text(`There is no note ${id}. search_notes lists those that there are.`), isError: true };
			server.sendResourceListChanged();
			updated(TAGS);
			return text(`Deleted ${id}.`);
		},
	);

	server.registerTool(
		"add",
		{
			title: "Add two numbers",
			description: "Answers a + b.",
			inputSchema: z.object({ a: z.number(), b: z.number() }),
			outputSchema: z.object({ sum: z.number() }),
			annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
		},
		({ a, b }) => ({ content: [{ type: "text", text: String(a + b) }], structuredContent: { sum: a + b } }),
	);

	server.registerTool(
		"chart",
		{
			title: "Chart of tags",
			description: "Draws how many notes carry each tag, as a PNG.",
			annotations: { readOnlyHint: true, openWorldHint: false },
			icons: icon('<path d="M3 13V8M8 13V3M13 13v-3"/>'),
		},
		() => {
			const tags = countTags();
			const png = drawBarChart(tags.map((entry) => entry.notes));
			return {
				content: [
					{ type: "text", text: tags.map((entry) => `${entry.tag}: ${entry.notes}`).join("\n") || "No tags yet." },
					{ type: "image", data: png.toString("base64"), mimeType: "image/png", annotations: { audience: ["user"], priority: 0.9 } },
				],
			};
		},
	);

	server.registerTool(
		"chime",
		{
			title: "Play a chime",
			description: "Answers a short tone as audio.",
			inputSchema: z.object({ pitch: z.number().min(110).max(1_760).default(660).describe("Hertz") }),
			annotations: { readOnlyHint: true, openWorldHint: false },
		},
		({ pitch }) => ({ content: [{ type: "audio", data: makeChime(pitch).toString("base64"), mimeType: "audio/wav" }] }),
	);

	server.registerTool(
		"export_notes",
		{ title: "Export notes", description: "Answers every note as one embedded Markdown document.", annotations: { readOnlyHint: true, openWorldHint: false } },
		() => {
			const markdown = listNotes().map((note) => `# ${note.title}\n\n${note.body}\n`);
			return {
				content: [
					{ type: "text", text: `${markdown.length} notes.` },
					{ type: "resource", resource: { uri: "notes://export.md", mimeType: "text/markdown", text: markdown.join("\n") } },
				],
			};
		},
	);

	server.registerTool(
		"reindex",
		{
			title: "Rebuild the search index",
			description: "Takes a while, tells its progress, and stops when it is cancelled.",
			inputSchema: ReindexIn,
			annotations: { readOnlyHint: false, idempotentHint: true, openWorldHint: false },
		},
		async ({ steps, stepMs }, ctx) => {
			const progressToken = ctx.mcpReq._meta?.progressToken;
			const { signal } = ctx.mcpReq;
			for (let step = 1; step <= steps; step++) {
				await sleep(stepMs, undefined, { signal });
				if (step % 10 === 0) await ctx.mcpReq.log("debug", `${step} of ${steps} steps done`, "index");
				if (progressToken === undefined) continue;
				const message = `Indexing part ${step} of ${steps}`;
				await ctx.mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: step, total: steps, message } });
			}
			return text(`Indexed ${listNotes().length} notes in ${steps} steps.`);
		},
	);

	const archived = server.registerTool(
		"restore_archive",
		{ title: "Restore the archive", description: "Listed only while the archive is open.", annotations: { readOnlyHint: false } },
		() => text("Nothing was archived, so nothing was restored."),
	);
	archived.disable();

	server.registerTool(
		"open_archive",
		{
			title: "Open or close the archive",
			description: "Adds a tool to the list or takes it away again; the server announces the change.",
			inputSchema: z.object({ open: z.boolean().default(true) }),
		},
		({ open }) => {
			if (open) archived.enable();
			else archived.disable();
			return text(open ? "The archive is open: restore_archive is now listed." : "The archive is closed.");
		},
	);

	server.registerTool(
		"fail",
		{
			title: "Fail",
			description: "Answers a tool error: a result that says what went wrong, for the model to read.",
			inputSchema: z.object({ message: z.string().default("The disk of notes is full.") }),
			annotations: { readOnlyHint: true },
		},
		({ message }) => ({ ...text(message), isError: true }),
	);

	return server;
}

serveStdio(makeServer, { onerror: (error) => console.error(`notes-demo: ${error.message}`) });
console.error("notes-demo: ready on stdio");
