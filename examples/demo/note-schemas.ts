import * as z from "zod";

export const NoteOut = z.object({
	id: z.string(),
	title: z.string(),
	body: z.string(),
	tags: z.array(z.string()),
	priority: z.enum(["low", "normal", "high"]),
	createdAt: z.string(),
});

export const SearchIn = z.object({
	query: z.string().min(1).describe("Words to look for in titles, bodies and tags"),
	tag: z.string().optional().describe("Only notes with this tag"),
	limit: z.number().int().min(1).max(50).default(10).describe("At most this many notes"),
});

const Reminder = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("once"), at: z.iso.datetime().describe("When, in UTC") }).meta({ title: "Once" }),
	z.object({ kind: z.literal("repeating"), everyDays: z.number().int().min(1).default(7), weekends: z.boolean().default(false) }).meta({ title: "Repeating" }),
]);

/** Nested on purpose: enums, defaults, arrays, a nullable, a choice and an object in an object. */
export const CreateNoteIn = z.object({
	title: z.string().min(1).max(120),
	body: z.string().default("").describe("Markdown is welcome"),
	tags: z.array(z.string().min(1)).max(8).default([]),
	priority: z.enum(["low", "normal", "high"]).default("normal"),
	colour: z.enum(["none", "yellow", "green", "blue", "pink"]).optional(),
	due: z.iso.date().nullable().optional().describe("Day it is due; null for never"),
	reminder: Reminder.optional(),
	source: z
		.object({
			kind: z.enum(["web", "book", "conversation"]).default("web"),
			link: z.url().optional(),
			author: z.object({ name: z.string(), email: z.email().optional() }).optional(),
		})
		.optional()
		.describe("Where the thought came from"),
});

export const ReindexIn = z.object({
	steps: z.number().int().min(1).max(1_000).default(20).describe("How many steps of work"),
	stepMs: z.number().int().min(1).max(5_000).default(150).describe("Milliseconds a step takes"),
});
