import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { callBridge } from "../e2e/setup/bridge-client.ts";
import { findBrowser } from "../e2e/setup/find-browser.ts";
import { readEntries } from "../e2e/setup/read-stream.ts";
import { listed } from "../e2e/setup/sessions.ts";
import { type StartedCli, startCli } from "../e2e/setup/start-cli.ts";
import { until } from "../e2e/setup/until.ts";
import { type Figure, mb, median, ms, type Row } from "./figure.ts";
import { openLeanStream } from "./lean-stream.ts";
import { timeProcess } from "./time-process.ts";

const COUNT = 100_000;
const kinds = ["message", "progress", "stderr", "mixed"] as const;
type Kind = (typeof kinds)[number];
const server = resolve("bench/servers/flood.mjs");

/** 100,000 lines of 100 bytes, as fast as a server can write them: into the capture, and into an open page. */
export const flood: Figure = async (runs, say) => {
	const rows: Row[] = [];
	for (const kind of kinds) {
		say(`flood of ${kind}: the capture`);
		rows.push(await floodCapture(kind, runs));
		say(`flood of ${kind}: the page`);
		rows.push(...(await floodPage(kind, runs)));
	}
	return rows;
};

async function floodCapture(kind: Kind, runs: number): Promise<Row> {
	const ours: number[] = [];
	const bare: number[] = [];
	const rss: number[] = [];
	for (let run = 0; run < runs; run++) {
		const bridge = await startCli(["run", "--", process.execPath, server]);
		const session = await listed(bridge);
		ours.push(await floodOnly(bridge, session.id, kind));
		rss.push(rssOf(bridge.pid));
		await checkOrder(bridge, session.id);
		await bridge.end();
		bare.push(Number((await timeProcess(process.execPath, [resolve("bench/floors/read-lines.mjs"), String(COUNT), kind, process.execPath, server])).line));
	}
	const [measured, floor] = [median(ours), median(bare)];
	return {
		figure: `Flood of ${kind}: in the capture`,
		measured: `${ms(measured)}, bridge ${mb(median(rss))}`,
		floor: ms(floor),
		value: measured / floor,
		limit: 2,
		unit: "×",
	};
}

/** Milliseconds from the call until the last line is in the capture, by the capture's own clock: nobody reads along. */
async function floodOnly(bridge: StartedCli, sessionId: string, kind: Kind): Promise<number> {
	const { seq } = await callBridge(bridge, "request", { sessionId, method: "tools/call", params: floodParams(kind) });
	const last = seq + COUNT + 1;
	const lastAt = await until(
		"all lines are in the capture",
		() =>
			callBridge(bridge, "readEntry", { seq: last }).then(
				({ at }) => at,
				() => false as const,
			),
		60_000,
	);
	return lastAt - (await callBridge(bridge, "readEntry", { seq })).at;
}

const floodParams = (kind: Kind): string => JSON.stringify({ name: "flood", arguments: { count: COUNT, kind } });

type Flooding = { seen: Promise<number> };

/** Milliseconds from the call until its outcome is on the stream; the answer is behind the last line on the wire. */
function startFlood(bridge: StartedCli, sessionId: string, kind: Kind, stream: Awaited<ReturnType<typeof openLeanStream>>): Flooding {
	const startedAt = performance.now();
	const done = stream.seen(/event: call\n[^\n]*"outcome":/).then((at) => at - startedAt);
	const sent = callBridge(bridge, "request", { sessionId, method: "tools/call", params: floodParams(kind) });
	return { seen: Promise.all([done, sent]).then(([took]) => took) };
}

/** Every line is there, each in its place. */
async function checkOrder(bridge: StartedCli, sessionId: string): Promise<void> {
	const lines = (await readEntries(bridge)).filter(
		({ kind, method }) => kind === "stderr" || method === "notifications/message" || method === "notifications/progress",
	);
	if (lines.length !== COUNT) throw new Error(`${lines.length} lines of ${COUNT} are in the capture.`);
	const last = { frame: 0, stderr: 0 };
	for (let at = 0; at < lines.length; at += 1_000) {
		const piece = lines.slice(at, at + 1_000);
		const [from, to] = [piece[0]?.seq ?? 0, piece.at(-1)?.seq ?? 0];
		for (let start = from; start <= to; start += 1_000) {
			const { previews } = await callBridge(bridge, "previews", { sessionId, from: start, to: Math.min(to, start + 999) });
			const bySeq = new Map(previews.map((preview) => [preview.seq, preview]));
			for (const entry of piece.filter(({ seq }) => seq >= start && seq < start + 1_000)) {
				const pipe = entry.kind === "stderr" ? "stderr" : "frame";
				const number = Number(/\d+/.exec(bySeq.get(entry.seq)?.text ?? "")?.[0]);
				if (!(number > last[pipe])) throw new Error(`Line ${number} stands behind line ${last[pipe]}.`);
				last[pipe] = number;
			}
		}
	}
}

async function floodPage(kind: Kind, runs: number): Promise<Row[]> {
	const settled: number[] = [];
	const longest: number[] = [];
	const heap: number[] = [];
	const rss: number[] = [];
	for (let run = 0; run < runs; run++) {
		const bridge = await startCli(["run", "--", process.execPath, server]);
		const session = await listed(bridge);
		const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"] });
		try {
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			await page.goto(bridge.url);
			const grid = page.getByRole("grid", { name: "Messages" });
			await grid.waitFor();
			const debug = await page.context().newCDPSession(page);
			const idle = await heapOf(debug);
			await watchTasks(page);
			const before = Number(await grid.getAttribute("aria-rowcount"));
			const stream = await openLeanStream(bridge);
			const { seen } = startFlood(bridge, session.id, kind, stream);
			await seen;
			const lastAt = performance.now();
			await page.waitForFunction((wanted) => Number(document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount")) === wanted, before + COUNT + 2, {
				timeout: 60_000,
				polling: "raf",
			});
			settled.push(performance.now() - lastAt);
			longest.push(await page.evaluate(() => (window as unknown as { longest: number }).longest));
			heap.push((await heapOf(debug)) - idle);
			rss.push(rssOf(bridge.pid));
			stream.close();
		} finally {
			await browser.close();
			await bridge.end();
		}
	}
	const plain = (figure: string, value: number, limit: number, unit: string): Row => ({
		figure: `Flood of ${kind}: ${figure}`,
		measured: `${unit === " MB" ? mb(value) : ms(value)}`,
		floor: "—",
		value,
		limit,
		unit,
	});
	return [
		plain("page settled after the last", median(settled), 3_000, " ms"),
		plain("longest task of the page", median(longest), 100, " ms"),
		plain("heap of the tab over idle", median(heap), 60, " MB"),
		plain("memory of the bridge", median(rss), 250, " MB"),
	];
}

async function watchTasks(page: Page): Promise<void> {
	await page.evaluate(() => {
		const seen = window as unknown as { longest: number };
		seen.longest = 0;
		new PerformanceObserver((list) => {
			for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
		}).observe({ type: "longtask" });
	});
}

/** Megabytes in use after a full collection. */
async function heapOf(debug: CDPSession): Promise<number> {
	await debug.send("HeapProfiler.enable");
	await debug.send("HeapProfiler.collectGarbage");
	const { usedSize } = await debug.send("Runtime.getHeapUsage");
	return usedSize / 1e6;
}

/** Resident megabytes of a process; NaN where there is no /proc. */
export function rssOf(pid: number): number {
	try {
		return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024) / 1e6;
	} catch {
		return Number.NaN;
	}
}
