const object = (properties, more = {}) => ({ type: "object", properties, ...more });
const echo = (wire) => (args) => wire.text(JSON.stringify(args));

/** Input and output schemas: friendly and hostile. */
export const schemas = {
	forms(wire) {
		const add = (name, inputSchema) => wire.tool(name, echo(wire), { inputSchema });
		add(
			"plain_fields",
			object(
				{ title: { type: "string" }, count: { type: "integer", minimum: 1 }, ratio: { type: "number" }, done: { type: "boolean" }, note: { type: "string" } },
				{ required: ["title"] },
			),
		);
		add(
			"choices",
			object(
				{ color: { enum: ["red", "green", "blue"] }, size: { enum: ["xs", "s", "m", "l", "xl"] }, mode: { type: "string", default: "fast" } },
				{ required: ["color"] },
			),
		);
		add(
			"nested",
			object(
				{
					author: object({ name: { type: "string" }, email: { type: "string", format: "email" } }, { required: ["name"] }),
					tags: { type: "array", items: { type: "string" } },
				},
				{ required: ["author"] },
			),
		);
		add(
			"variants",
			object({
				where: {
					oneOf: [
						object({ path: { type: "string" } }, { title: "Path", required: ["path"] }),
						object({ line: { type: "integer" } }, { title: "Line", required: ["line"] }),
					],
				},
				maybe: { type: ["string", "null"] },
			}),
		);
		add("big_numbers", object({ id: { type: "integer" } }, { required: ["id"] }));
		add("no_arguments", { type: "object" });
	},
	"hostile-schemas"(wire) {
		const add = (name, inputSchema) => wire.tool(name, echo(wire), { inputSchema });
		add("cycle", { $ref: "#/$defs/node", $defs: { node: object({ next: { $ref: "#/$defs/node" } }) } });
		add("self", { $ref: "#" });
		add("external", object({ a: { $ref: "https://schemas.invalid/a.json" }, b: { $ref: "file:///etc/passwd" } }));
		add("booleans", object({ yes: true, no: false }));
		add("everything", true);
		add("redos", object({ text: { type: "string", pattern: "^(a+)+$" } }, { required: ["text"] }));
		add("wide_enum", object({ one: { enum: Array.from({ length: 50_000 }, (_, i) => `value ${i}`) } }));
		const doubled = Object.fromEntries(
			Array.from({ length: 30 }, (_, i) => [`d${i}`, object({ a: { $ref: `#/$defs/d${i + 1}` }, b: { $ref: `#/$defs/d${i + 1}` } })]),
		);
		add("exponential", { $ref: "#/$defs/d0", $defs: { ...doubled, d30: { type: "string" } } });
		add(
			"prototype",
			JSON.parse(
				'{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"},"toString":{"type":"string"}},"required":["__proto__"]}',
			),
		);
		add("not_a_schema", "schema");
	},
	outputs(wire) {
		const outputSchema = object({ count: { type: "integer" }, items: { type: "array", items: { type: "string" } } }, { required: ["count"] });
		const structured = (structuredContent) => () => ({ ...wire.text(JSON.stringify(structuredContent)), structuredContent });
		wire.tool("matches", structured({ count: 2, items: ["a", "b"] }), { outputSchema });
		wire.tool("differs", structured({ count: "two", items: [1] }), { outputSchema });
		wire.tool("undeclared", structured({ free: true }));
	},
};
