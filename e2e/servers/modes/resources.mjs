const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const base64 = (text) => Buffer.from(text).toString("base64");

/** Resources and templates: well-behaved, lying, malformed, many. */
export const resources = {
	/** `touch` says that a resource was updated; reading tells how often a resource was read. */
	resources(wire) {
		wire.capabilities.resources = { subscribe: true, listChanged: true };
		wire.capabilities.completions = {};
		const subscribed = new Set();
		const reads = new Map();
		const contents = {
			"doc://text": { mimeType: "text/plain", text: "plain <b>text</b>" },
			"doc://json": { mimeType: "application/json", text: '{"deep":{"digits":12345678901234567890}}' },
			"doc://html": { mimeType: "text/html", text: "<script>alert(1)</script><img src=x onerror=alert(1)>" },
			"doc://image": { mimeType: "image/png", blob: pixel },
			"doc://bytes": { mimeType: "application/x-thing", blob: "AAECAwQF//79" },
			"doc://liar": { mimeType: "image/png", blob: base64("<script>alert(1)</script>") },
			"doc://pdf-liar": { mimeType: "application/json", blob: base64("%PDF-1.4\n%%EOF") },
			"doc://not-json": { mimeType: "application/json", text: "{ oops" },
			"doc://not-base64": { mimeType: "image/png", blob: "§§§" },
		};
		wire.on("resources/list", () => ({
			resources: [
				...Object.entries(contents).map(([uri, { mimeType }]) => ({ uri, name: uri.slice(6), mimeType, size: 42 })),
				{ uri: "doc://counter", name: "counter", title: "Counts its reads", annotations: { audience: ["user"], priority: 0.5 } },
				{ uri: "doc://several", name: "several" },
				{ uri: "doc://odd", name: "odd" },
				{ uri: "doc://gone", name: "gone" },
				{ uri: "doc://slow", name: "slow" },
			],
		}));
		wire.on("resources/templates/list", () => ({
			resourceTemplates: [
				{ uriTemplate: "item://{id}", name: "item", description: "One item" },
				{ uriTemplate: "find://{+base}{/path*}{?q,limit,more*}", name: "find" },
				{ uriTemplate: "pair://{country}/{city}", name: "pair" },
				{ uriTemplate: "bad://{id", name: "malformed" },
			],
		}));
		wire.on("resources/read", ({ id, params: { uri } }) => {
			if (uri === "doc://gone") return wire.refuse(id, -32002, "Resource not found", { uri });
			if (uri === "doc://slow") return undefined;
			if (uri === "doc://odd") return { contents: [{ text: "no uri" }, null] };
			if (uri === "doc://several")
				return {
					contents: [
						{ uri: "doc://several/1", text: "the first" },
						{ uri: "doc://several/2", blob: pixel, mimeType: "image/png" },
					],
				};
			if (contents[uri]) return { contents: [{ uri, ...contents[uri] }] };
			reads.set(uri, (reads.get(uri) ?? 0) + 1);
			return { contents: [{ uri, text: `${uri} read ${reads.get(uri)}` }] };
		});
		wire.on("resources/subscribe", ({ id, params: { uri } }) => {
			if (uri === "doc://gone") return wire.refuse(id, -32602, "Nobody can subscribe to this");
			subscribed.add(uri);
			return {};
		});
		wire.on("resources/unsubscribe", ({ params: { uri } }) => {
			subscribed.delete(uri);
			return {};
		});
		wire.on("completion/complete", ({ params: { argument, context } }) => {
			const all = {
				id: ["apple", "apricot", "banana"],
				country: ["France", "Finland", "Peru"],
				city: context?.arguments?.country === "Peru" ? ["Lima", "Cusco"] : ["Elsewhere"],
			};
			const values = (all[argument.name] ?? []).filter((value) => value.toLowerCase().startsWith(argument.value.toLowerCase()));
			return { completion: { values, total: values.length, hasMore: false } };
		});
		wire.tool("touch", ({ uri, times = 1 }) => {
			if (subscribed.has(uri)) for (let i = 0; i < times; i++) wire.notify("notifications/resources/updated", { uri });
			return wire.text(subscribed.has(uri) ? "told" : "nobody asked");
		});
	},
	"bad-resources"(wire) {
		wire.capabilities.resources = {};
		wire.on("resources/list", () => ({
			resources: [
				{ uri: "ok://1", name: "good" },
				{ name: "no uri" },
				null,
				"text",
				{ uri: 7, name: "a number" },
				{ uri: "ok://2", name: "twin" },
				{ uri: "ok://2", name: "twin" },
				{ uri: "ok://nameless" },
				{ uri: `ok://${"x".repeat(3_000)}`, name: `long ${"y".repeat(3_000)}`, title: 5, mimeType: [], size: "big", annotations: "none", icons: {} },
				{ uri: "<img src=x onerror=alert(1)>", name: "<img src=x onerror=alert(1)>" },
				{ uri: "", name: "" },
			],
		}));
		wire.on("resources/read", ({ params: { uri } }) => ({ contents: [{ uri, text: `read ${uri.slice(0, 20)}` }] }));
	},
	"many-resources"(wire, count = "10000") {
		wire.capabilities.resources = {};
		wire.on("resources/list", () => ({ resources: Array.from({ length: Number(count) }, (_, i) => ({ uri: `many://${i}`, name: `resource ${i}` })) }));
		wire.on("resources/templates/list", () => ({
			resourceTemplates: Array.from({ length: Number(count) }, (_, i) => ({ uriTemplate: `many://{a}/${i}`, name: `template ${i}` })),
		}));
	},
};
