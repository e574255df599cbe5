import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { staleBuild } from "../e2e/setup/stale-build.ts";
import { body } from "./body.ts";
import { type Figure, type Row, table } from "./figure.ts";
import { flood } from "./flood.ts";
import { overhead } from "./overhead.ts";
import { ready } from "./ready.ts";
import { weight } from "./weight.ts";

/** `npm run bench [-- NAMES… --runs N --record]`: measures and prints a table of medians; `--record` puts it into docs/performance.md. */
const figures: Readonly<Record<string, Figure>> = { ready, overhead, flood, body, weight };
const RECORD = "docs/performance.md";
const marks = ["<!-- table -->", "<!-- /table -->"] as const;

const args = process.argv.slice(2);
const at = args.indexOf("--runs");
const runs = at < 0 ? 5 : Number(args[at + 1]);
const names = args.filter((arg, index) => !arg.startsWith("--") && index !== at + 1 - (at < 0 ? args.length : 0));
const unknown = names.filter((name) => !(name in figures));
if (unknown.length > 0 || !(runs >= 1)) {
	console.error(`What is ${unknown.join(", ") || "--runs"}? Figures: ${Object.keys(figures).join(", ")}; --runs N; --record.`);
	process.exit(2);
}
const stale = staleBuild();
if (stale) {
	console.error(`${stale}: run npm run build first.`);
	process.exit(2);
}

const rows: Row[] = [];
for (const [name, figure] of Object.entries(figures)) {
	if (names.length > 0 && !names.includes(name)) continue;
	rows.push(...(await figure(runs, (text) => console.error(text))));
}
const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}; medians of ${runs} runs, ${new Date().toISOString().slice(0, 10)}.`;
const text = `${table(rows)}\n\n${machine}`;
console.log(text);
if (args.includes("--record")) {
	const page = readFileSync(RECORD, "utf8");
	const [before, rest] = page.split(marks[0]);
	const after = rest?.split(marks[1])[1];
	if (before === undefined || after === undefined) throw new Error(`${RECORD} lacks ${marks.join(" … ")}.`);
	writeFileSync(RECORD, `${before}${marks[0]}\n\n${text}\n\n${marks[1]}${after}`);
}
process.exitCode = rows.every(({ value, limit }) => value <= limit) ? 0 : 1;
