import { gzipSync } from "node:zlib";
import { type McpServer, ProtocolError, ResourceTemplate } from "@modelcontextprotocol/server";
import { drawBarChart } from "./bar-chart.ts";
import { makeChime } from "./chime.ts";
import { makePdf } from "./make-pdf.ts";
import { countTags, findNote, listNotes, searchNotes } from "./note-store.ts";

export const noteUri = (id: string): string => `notes://${id}`;
export const TAGS = "notes://tags";
export const CLOCK = "notes://clock";

const startsWith = (typed: string, values: readonly string[]): string[] => values.filter((value) => value.startsWith(typed));
const asMarkdown = (): string =>
	listNotes()
		.map((note) => `# ${note.title}\n\n${note.body}\n`)
		.join("\n");

/** Resources of every kind: text, JSON, an image, a sound, a PDF, bytes, two templates, and one that changes all the time. */
export function registerResources(server: McpServer): void {
	server.registerResource("tags", TAGS, { title: "Tags", description: "How many notes carry each tag", mimeType: "application/json" }, (uri) => ({
		contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(countTags()) }],
	}));

	server.registerResource(
		"clock",
		CLOCK,
		{ title: "Clock", description: "The time; subscribe to it and it is updated every 3 seconds", mimeType: "text/plain" },
		(uri) => ({ contents: [{ uri: uri.href, mimeType: "text/plain", text: new Date().toISOString() }] }),
	);

	const files: readonly (readonly [name: string, mimeType: string, description: string, bytes: () => Buffer])[] = [
		["chart.png", "image/png", "How many notes carry each tag, drawn", () => drawBarChart(countTags().map(({ notes }) => notes))],
		["chime.wav", "audio/wav", "A short tone", () => makeChime(660)],
		[
			"handbook.pdf",
			"application/pdf",
			"The titles of all notes on one page",
			() =>
				makePdf(
					"Notes",
					listNotes().map(({ title }) => title),
				),
		],
		["backup.gz", "application/gzip", "Every note, compressed", () => gzipSync(asMarkdown())],
	];
	for (const [name, mimeType, description, bytes] of files)
		server.registerResource(name, noteUri(name), { description, mimeType }, (uri) => ({
			contents: [{ uri: uri.href, mimeType, blob: bytes().toString("base64") }],
		}));

	server.registerResource(
		"note",
		new ResourceTemplate("notes://{id}", {
			list: () => ({ resources: listNotes().map((note) => ({ uri: noteUri(note.id), name: note.title, mimeType: "text/markdown" })) }),
			complete: {
				id: (typed) =>
					startsWith(
						typed,
						listNotes().map(({ id }) => id),
					),
			},
		}),
		{ title: "Note", description: "One note as Markdown", mimeType: "text/markdown" },
		(uri, { id }) => {
			const note = findNote(String(id));
			if (!note) throw new ProtocolError(-32_602, `There is no note ${String(id)}.`, { uri: uri.href });
			return { contents: [{ uri: uri.href, mimeType: "text/markdown", text: `# ${note.title}\n\n${note.body}\n` }] };
		},
	);

	server.registerResource(
		"notes by tag",
		new ResourceTemplate("notes://by-tag/{tag}/{title}", {
			list: undefined,
			complete: {
				tag: (typed) =>
					startsWith(
						typed,
						countTags().map(({ tag }) => tag),
					),
				// what is offered depends on the tag that was filled in before
				title: (typed, context) =>
					startsWith(
						typed,
						searchNotes("", context?.arguments?.tag).map(({ title }) => title),
					),
			},
		}),
		{ title: "Notes by tag", description: "The notes with a tag whose title begins so, as JSON", mimeType: "application/json" },
		(uri, { tag, title }) => {
			const found = searchNotes("", decodeURIComponent(String(tag))).filter((note) => note.title.startsWith(decodeURIComponent(String(title))));
			return { contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(found, null, "\t") }] };
		},
	);
}
