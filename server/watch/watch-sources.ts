import { homedir } from "node:os";
import { parse, resolve } from "node:path";
import { watch } from "chokidar";
import picomatch from "picomatch";
import { GitIgnore } from "./git-ignore.ts";
import { isForeignFolder, isSource } from "./is-source.ts";

/** Editors, formatters and generators write in bursts: one restart for all of it. */
const QUIET_MS = 60;
const LONGEST_BURST_MS = 500;
/** How far below its folder a file without a project is looked for. */
const DEPTH_WITHOUT_PROJECT = 2;

export type WatchPlan = {
	/** folders whose sources count, each with whether it is a project, and so looked through as a whole */
	roots: readonly { folder: string; isProject: boolean }[];
	/** patterns of further files, relative to `cwd` */
	globs: readonly string[];
	cwd: string;
	/** folders of our own, which may lie within the others */
	except: readonly string[];
	/** a file that was written after this time counts as changed, even if the watching had not begun; milliseconds since the Unix epoch */
	since: number;
};

export type SourceWatch = {
	/** Resolves when changes are seen from now on. */
	ready: Promise<void>;
	close(): Promise<void>;
};

/** Tells of changed files, a burst at a time: absolute paths. What git ignores, installed packages and hidden folders do not count. */
export function watchSources(plan: WatchPlan, onChange: (paths: string[]) => void): SourceWatch {
	const changed = new Set<string>();
	let timer: NodeJS.Timeout | undefined;
	let began = 0;
	const tell = () => {
		timer = undefined;
		const paths = [...changed].sort();
		changed.clear();
		onChange(paths);
	};
	const note = (path: string) => {
		const time = performance.now();
		if (changed.size === 0) began = time;
		changed.add(resolve(path));
		clearTimeout(timer);
		timer = setTimeout(tell, Math.max(0, Math.min(QUIET_MS, began + LONGEST_BURST_MS - time)));
	};
	const watchers = [...plan.roots.map((root) => watchRoot(root, plan, note)), ...plan.globs.map((glob) => watchGlob(glob, plan, note))];
	return {
		ready: Promise.all(watchers.map(({ ready }) => ready)).then(() => {}),
		async close() {
			clearTimeout(timer);
			await Promise.all(watchers.map((watcher) => watcher.close()));
		},
	};
}

function watchRoot({ folder, isProject }: WatchPlan["roots"][number], { since, except }: WatchPlan, note: (path: string) => void) {
	const git = new GitIgnore(folder);
	// a file in the home folder must not make all of it watched
	const depth = folder === homedir() || folder === parse(folder).root ? 0 : isProject ? undefined : DEPTH_WITHOUT_PROJECT;
	return open(
		{ from: folder, depth, since },
		note,
		(path, isFolder) => path !== folder && ((isFolder ? isForeignFolder(path) || except.includes(path) : !isSource(path)) || git.ignores(path, isFolder)),
	);
}

function watchGlob(glob: string, { cwd, since }: WatchPlan, note: (path: string) => void) {
	const pattern = resolve(cwd, glob).replaceAll("\\", "/");
	const { base, isGlob } = picomatch.scan(pattern);
	const matches = picomatch(pattern, { dot: true });
	const from = isGlob ? base : pattern;
	return open({ from, depth: undefined, since }, note, (path, isFolder) =>
		isFolder ? isForeignFolder(path) && !pattern.includes(path) : !matches(path.replaceAll("\\", "/")),
	);
}

type Place = { from: string; depth: number | undefined; since: number };

function open({ from, depth, since }: Place, note: (path: string) => void, ignored: (path: string, isFolder: boolean) => boolean) {
	const watcher = watch(from, {
		alwaysStat: true,
		followSymlinks: false,
		...(depth !== undefined && { depth }),
		ignored: (path, stats) => stats !== undefined && !stats.isSymbolicLink() && ignored(path, stats.isDirectory()),
	});
	let isReady = false;
	watcher.on("add", (path, stats) => {
		// what is found at first was there before, unless it was written meanwhile
		if (isReady || (stats && stats.mtimeMs > since)) note(path);
	});
	watcher.on("change", note).on("unlink", note);
	// a folder that vanishes, or too many watches: what can still be seen is
	watcher.on("error", () => {});
	const ready = new Promise<void>((done) => {
		watcher.once("ready", () => {
			isReady = true;
			done();
		});
	});
	return { ready, close: () => watcher.close() };
}
