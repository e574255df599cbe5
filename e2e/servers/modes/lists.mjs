const definition = (name, more = {}) => ({ name, inputSchema: { type: "object" }, ...more });

/** Lists that are long, paged, lying or odd. */
export const lists = {
	/** Three pages of two. */
	pages(wire) {
		const pages = [
			["one", "two"],
			["three", "four"],
			["five", "six"],
		];
		wire.on("tools/list", ({ params }) => {
			const page = Number(params?.cursor ?? 0);
			return { tools: pages[page].map((name) => definition(name)), ...(page < 2 && { nextCursor: String(page + 1) }) };
		});
	},
	"cursor-loop"(wire) {
		let calls = 0;
		wire.on("tools/list", () => ({ tools: [definition(`tool_${++calls}`)], nextCursor: "again" }));
	},
	"endless-cursor"(wire) {
		let page = 0;
		wire.on("tools/list", () => ({ tools: [definition(`tool_${page}`)], nextCursor: `page-${++page}` }));
	},
	/** `grow` adds a tool and says so. */
	growing(wire) {
		wire.tool("grow", ({ name = "grown" }) => {
			wire.tool(name, () => wire.text("grown"));
			wire.notify("notifications/tools/list_changed");
			return wire.text("added");
		});
	},
	storm(wire) {
		wire.tool("storm", ({ count = 5000 }) => {
			for (let i = 0; i < count; i++) wire.notify("notifications/tools/list_changed");
			return wire.text("done");
		});
		let listed = 0;
		const list = wire.handlers.get("tools/list");
		wire.on("tools/list", (message) => {
			listed++;
			return list(message);
		});
		wire.tool("listed", () => wire.text(String(listed)));
	},
	"many-tools"(wire, count = "10000") {
		for (let i = 0; i < Number(count); i++) wire.tool(`tool_${String(i).padStart(5, "0")}`, () => wire.text(String(i)), { description: `Tool number ${i}.` });
	},
	"weird-names"(wire) {
		const names = [
			"",
			" ",
			"a b",
			"<img src=x onerror=alert(1)>",
			"__proto__",
			"constructor",
			"ünï→cödé 🦊",
			"a/b?c#d&e",
			"\u202eevil",
			"x".repeat(300),
			"line\nbreak",
		];
		for (const name of names) wire.tool(name, () => wire.text(`called ${JSON.stringify(name)}`), { description: "<b>bold</b> \u001b[31mred\u001b[0m" });
	},
	"bad-tools"(wire) {
		wire.on("tools/list", () => ({
			tools: [
				definition("good"),
				{ title: "nameless" },
				null,
				"text",
				{ name: 7, inputSchema: {} },
				definition("twice"),
				definition("twice"),
				{ name: "schemaless" },
			],
		}));
	},
	absent(wire) {
		wire.capabilities = {};
	},
	/** Annotations and icons of every kind. */
	annotated(wire) {
		wire.tool("reads", () => wire.text("ok"), {
			title: "Reads things",
			description: "Reads.",
			annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
		});
		wire.tool("destroys", () => wire.text("ok"), {
			description: "Destroys.",
			annotations: { destructiveHint: true, openWorldHint: true },
			icons: [{ src: "https://icons.invalid/x.png", mimeType: "image/png" }],
		});
	},
};
