const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const says = (role, text) => ({ role, content: { type: "text", text } });

/** Prompts: well-behaved, malformed, many; and completions that are slow or refused. */
export const prompts = {
	prompts(wire) {
		wire.capabilities.prompts = { listChanged: true };
		wire.capabilities.completions = {};
		wire.on("prompts/list", () => ({
			prompts: [
				{
					name: "review",
					title: "Review code",
					description: "Asks for a review.\nThe second line.",
					arguments: [
						{ name: "language", title: "Language", description: "What it is written in", required: true },
						{ name: "framework", description: "Depends on the language", required: true },
						{ name: "focus" },
					],
				},
				{ name: "everything", description: "Every kind of content" },
				{ name: "odd_messages" },
				{ name: "refuses", arguments: [{ name: "why", required: true }] },
				{ name: "slow", arguments: [{ name: "hangs" }] },
				{ name: "empty" },
			],
		}));
		const results = {
			everything: {
				description: "what came of it",
				messages: [
					says("user", "plain <b>text</b>"),
					{ role: "assistant", content: { type: "image", mimeType: "image/png", data: pixel } },
					{ role: "user", content: { type: "resource", resource: { uri: "note://1", mimeType: "text/plain", text: "an embedded note" } } },
					{ role: "assistant", content: { type: "resource_link", uri: "https://links.invalid/x", name: "a link" } },
					{ role: "user", content: { type: "hologram", depth: 3 } },
				],
			},
			odd_messages: { messages: [says("system", "from the system"), { role: "user" }, { content: [{ type: "text", text: "in a list" }] }, null] },
			empty: { messages: [] },
		};
		wire.on("prompts/get", ({ id, params: { name, arguments: args } }) => {
			if (name === "slow") return undefined;
			if (name === "refuses") return wire.refuse(id, -32602, "No reason was good enough", { args });
			return results[name] ?? { messages: [says("user", JSON.stringify(args ?? "no arguments"))] };
		});
		wire.on("completion/complete", ({ id, params: { ref, argument, context } }) => {
			if (ref.name === "refuses") return wire.refuse(id, -32603, "No ideas today");
			if (argument.name === "hangs") return undefined;
			const frameworks = { python: ["django", "flask"], javascript: ["next", "react"] };
			const all =
				{ language: ["java", "javascript", "python"], framework: frameworks[context?.arguments?.language] ?? [], focus: ["<b>bold</b>", "speed"] }[
					argument.name
				] ?? [];
			const values = all.filter((value) => value.startsWith(argument.value));
			return { completion: { values, total: values.length + (argument.name === "focus" ? 98 : 0), hasMore: argument.name === "focus" } };
		});
	},
	"bad-prompts"(wire) {
		wire.capabilities.prompts = {};
		wire.on("prompts/list", () => ({
			prompts: [
				{ name: "good" },
				{ title: "nameless" },
				null,
				{ name: "twice" },
				{ name: "twice" },
				{ name: "odd arguments", arguments: [null, { name: "a" }, { name: "a" }, { required: true }, { name: "__proto__", required: true }] },
				{ name: "no list", arguments: { a: 1 } },
				{
					name: `long ${"y".repeat(3_000)}`,
					title: "t".repeat(3_000),
					description: "d ".repeat(3_000),
					arguments: [{ name: "n".repeat(500), description: "x ".repeat(900), required: true }],
				},
			],
		}));
		wire.on("prompts/get", ({ params }) => ({ messages: [says("user", JSON.stringify(params.arguments))] }));
	},
	"many-prompts"(wire, count = "10000") {
		wire.capabilities.prompts = {};
		wire.on("prompts/list", () => ({ prompts: Array.from({ length: Number(count) }, (_, i) => ({ name: `prompt_${i}` })) }));
	},
};
