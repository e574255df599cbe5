/** Where something stands in a schema: keywords and names, as in `["properties", "tags", "items"]`. */
export type SchemaPath = readonly (string | number)[];

/** The path as people say it: `filter.tags[]`; `whole` for the schema itself. */
export function sayPath(path: SchemaPath, whole: string): string {
	let said = "";
	for (let at = 0; at < path.length; at++) {
		const keyword = path[at];
		if (keyword === "items") said += "[]";
		else if (keyword === "additionalProperties") said += said === "" ? "*" : ".*";
		else if (keyword === "prefixItems") said += `[${path[++at]}]`;
		else {
			const name = sayName(String(path[++at] ?? ""));
			said += said === "" ? name : `.${name}`;
		}
	}
	// a list at the top would begin with brackets
	return said === "" ? whole : said.startsWith("[") ? `${whole}${said}` : said;
}

/** A name as it stands in a sentence; one that could be taken for something else stands in quotes. */
export function sayName(name: string): string {
	const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
	return /^[\p{L}\p{N}_$-][\p{L}\p{N}_$/:-]*…?$/u.test(short) ? short : JSON.stringify(short);
}
