export type Priority = "low" | "normal" | "high";
export type Note = { id: string; title: string; body: string; tags: string[]; priority: Priority; createdAt: string };

const first: readonly Omit<Note, "id" | "createdAt">[] = [
	{ title: "Read the specification", body: "The lifecycle chapter first, then tools.", tags: ["mcp", "reading"], priority: "high" },
	{ title: "Groceries", body: "Bread, lentils, lemons, a good olive oil.", tags: ["home"], priority: "normal" },
	{ title: "Idea: weekly digest", body: "Summarise every note of the week on Sunday evening.", tags: ["idea", "mcp"], priority: "normal" },
	{ title: "Naïve café façade", body: "Ünïcode stays as it was written: 日本語, 🌿, and a ‘quote’.", tags: ["test"], priority: "low" },
];

const notes = new Map<string, Note>();
let next = 1;

/** Adds a note and gives it an id. */
export function addNote(note: Omit<Note, "id" | "createdAt">): Note {
	const added = { ...note, id: `note-${next++}`, createdAt: new Date().toISOString() };
	notes.set(added.id, added);
	return added;
}

export const findNote = (id: string): Note | undefined => notes.get(id);
export const listNotes = (): Note[] => [...notes.values()];
export const removeNote = (id: string): boolean => notes.delete(id);

/** Notes whose title, body or tags hold the words, without regard to case; those with a match in the title come first. */
export function searchNotes(query: string, tag?: string): Note[] {
	const wanted = query.toLowerCase();
	const inTitle = (note: Note) => note.title.toLowerCase().includes(wanted);
	return listNotes()
		.filter((note) => (!tag || note.tags.includes(tag)) && (inTitle(note) || `${note.body} ${note.tags.join(" ")}`.toLowerCase().includes(wanted)))
		.sort((a, b) => Number(inTitle(b)) - Number(inTitle(a)));
}

/** How many notes carry each tag, most used first. */
export function countTags(): { tag: string; notes: number }[] {
	const counts = new Map<string, number>();
	for (const note of notes.values()) for (const tag of note.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts].map(([tag, count]) => ({ tag, notes: count })).sort((a, b) => b.notes - a.notes);
}

for (const note of first) addNote(note);
