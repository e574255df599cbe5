import { existsSync, readFileSync } from "node:fs";

/** First load = the scripts that the exported Tools page names itself; what it imports later, and what only browsers without modules load, does not count. */
function firstLoadScripts() {
	const page = "out/tools.html";
	if (!existsSync(page)) throw new Error(`${page} is missing: run \`npm run build\` first.`);
	const sources = [...readFileSync(page, "utf8").matchAll(/<script(?![^>]*\bnoModule)[^>]*\bsrc="\/([^"?]+)/g)].map((match) => `out/${match[1]}`);
	if (sources.length === 0) throw new Error(`${page} names no script.`);
	return [...new Set(sources)];
}

const limits = [{ name: "first load of the page (JavaScript)", path: firstLoadScripts(), gzip: true, limit: "350 KB" }];

// size-limit reads its configuration from a default export
export default limits;
