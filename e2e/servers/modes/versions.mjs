const search = (version) => ({
	description: version === "1" ? "Finds notes." : "Finds notes by text or meaning.",
	inputSchema: {
		type: "object",
		properties:
			version === "1"
				? {
						query: { type: "string", minLength: 1, maxLength: 200 },
						notebook: { enum: ["work", "home"] },
						limit: { type: "integer", minimum: 1, maximum: 100 },
						mode: { enum: ["hybrid", "text"] },
					}
				: {
						query: { type: "string", minLength: 1, maxLength: 200 },
						filter: { type: "object", properties: { notebook: { enum: ["work", "home"] } } },
						limit: { type: "integer", minimum: 1, maximum: 50 },
						mode: { enum: ["hybrid", "text", "meaning"] },
					},
		required: ["query"],
		additionalProperties: false,
	},
	outputSchema: { type: "object", properties: { total: { type: version === "1" ? "integer" : ["integer", "null"] } }, required: ["total"] },
});

/** A server as its authors change it. */
export const versions = {
	/** `versions 1` and its successor `versions 2`; any further word changes the order in which it says things, and nothing else. */
	versions(wire, version = "1", order = "") {
		const tools = [["search_notes", search(version)], version === "1" ? ["list_notes", {}] : ["add_note", {}]];
		for (const [name, definition] of order ? tools.reverse() : tools) wire.tool(name, () => wire.text("ok"), definition);
		wire.capabilities = { tools: {}, prompts: {} };
		wire.on("prompts/list", () => ({ prompts: [{ name: "review", arguments: [{ name: "note", required: version === "2" }] }] }));
	},
	/** Offers resources, and knows nothing of templates. */
	"no-templates"(wire) {
		wire.capabilities = { resources: {} };
		wire.on("resources/list", () => ({ resources: [{ uri: "note:1", name: "one" }] }));
	},
	/** Connects, and never lists its tools. */
	"silent-list"(wire) {
		wire.on("tools/list", () => {});
	},
};
