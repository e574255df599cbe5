import { completable, type McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { drawBarChart } from "./bar-chart.ts";
import { makeChime } from "./chime.ts";
import { countTags, findNote, listNotes, searchNotes } from "./note-store.ts";
import { noteUri } from "./register-resources.ts";

const styles = ["bullet points", "haiku", "one sentence", "table"];
const ids = (typed: string, without?: string): string[] => listNotes().flatMap(({ id }) => (id.startsWith(typed) && id !== without ? [id] : []));

/** Two prompts whose arguments complete, one of which answers messages with every kind of content, and one without arguments. */
export function registerPrompts(server: McpServer): void {
	server.registerPrompt(
		"summarise",
		{
			title: "Summarise notes",
			description: "Asks for a summary of all notes with a tag.",
			argsSchema: z.object({
				tag: completable(z.string().describe("A tag such as mcp"), (typed) => countTags().flatMap(({ tag }) => (tag.startsWith(typed) ? [tag] : []))),
				style: completable(z.string().optional().describe("For example: one sentence"), (typed) => styles.filter((style) => style.startsWith(typed ?? ""))),
			}),
		},
		({ tag, style }) => ({
			messages: [
				{
					role: "user",
					content: {
						type: "text",
						text: `Summarise these notes${style ? ` (${style})` : ""}:\n\n${searchNotes("", tag)
							.map((note) => note.body)
							.join("\n")}`,
					},
				},
			],
		}),
	);

	server.registerPrompt(
		"compare_notes",
		{
			title: "Compare two notes",
			description: "A conversation with a text, a resource, a link, an image and a sound.",
			argsSchema: z.object({
				first: completable(z.string().describe("Such as note-1"), (typed) => ids(typed)),
				second: completable(z.string().describe("Another one"), (typed, context) => ids(typed, context?.arguments?.first)),
			}),
		},
		({ first, second }) => {
			const one = findNote(first);
			const text = one ? `# ${one.title}\n\n${one.body}\n` : `There is no note ${first}.`;
			return {
				description: `Compares ${first} with ${second}`,
				messages: [
					{ role: "user", content: { type: "text", text: `How does ${first} differ from ${second}?` } },
					{ role: "user", content: { type: "resource", resource: { uri: noteUri(first), mimeType: "text/markdown", text } } },
					{ role: "user", content: { type: "resource_link", uri: noteUri(second), name: findNote(second)?.title ?? second, mimeType: "text/markdown" } },
					{ role: "assistant", content: { type: "text", text: "Here is how their tags stand among all notes." } },
					{
						role: "assistant",
						content: { type: "image", data: drawBarChart(countTags().map(({ notes }) => notes)).toString("base64"), mimeType: "image/png" },
					},
					{ role: "assistant", content: { type: "audio", data: makeChime(440).toString("base64"), mimeType: "audio/wav" } },
				],
			};
		},
	);

	server.registerPrompt("tidy_up", { title: "Tidy up", description: "Asks to sort all notes. It takes no arguments." }, () => ({
		messages: [
			{
				role: "user",
				content: {
					type: "text",
					text: `Sort these notes by what matters most:\n\n${listNotes()
						.map(({ title }) => `- ${title}`)
						.join("\n")}`,
				},
			},
		],
	}));
}
