import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import { listed } from "../e2e/setup/sessions.ts";
import { startCli } from "../e2e/setup/start-cli.ts";
import { type Figure, mb, median } from "./figure.ts";
import { rssOf } from "./flood.ts";

const Packed = z.array(z.object({ size: z.number(), unpackedSize: z.number() }));

/** What is loaded, installed and held in memory. */
export const weight: Figure = async (runs, say) => {
	say("weight");
	const scripts = [...readFileSync("out/tools.html", "utf8").matchAll(/<script(?![^>]*\bnoModule)[^>]*\bsrc="\/([^"?]+)/g)].map((match) => match[1] ?? "");
	const sizes = [...new Set(scripts)].map((file) => gzipSync(readFileSync(`out/${file}`)).length);
	const first = sizes.reduce((sum, size) => sum + size, 0) / 1e3;
	const idle: number[] = [];
	let encoding = "";
	for (let run = 0; run < runs; run++) {
		const bridge = await startCli(["demo"]);
		await listed(bridge);
		idle.push(rssOf(bridge.pid));
		const reply = await fetch(`${bridge.origin}/${scripts[0]}`, { headers: { "Accept-Encoding": "gzip" } });
		encoding = reply.headers.get("content-encoding") ?? "none";
		await reply.arrayBuffer();
		await bridge.end();
	}
	const [packed] = Packed.parse(
		JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })),
	);
	const installed = (packed?.unpackedSize ?? Number.NaN) / 1e6;
	return [
		{
			figure: "Weight: JavaScript before the first panel",
			measured: `${first.toFixed(0)} KB gzip, served as ${encoding}`,
			floor: "—",
			value: first,
			limit: 350,
			unit: " KB",
		},
		{ figure: "Weight: the installed package, nothing beside it", measured: mb(installed), floor: "—", value: installed, limit: 5, unit: " MB" },
		{ figure: "Weight: memory of the idle bridge", measured: mb(median(idle)), floor: "—", value: median(idle), limit: 90, unit: " MB" },
	];
};
