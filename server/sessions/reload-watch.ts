import { isAbsolute, relative } from "node:path";
import type { Target } from "../../lib/protocol/target.ts";
import { sourceRoots } from "../launch/source-roots.ts";
import type { SourceWatch, WatchPlan } from "../watch/watch-sources.ts";

/** Watches what a session's target is made of, from one start to the next. */
export class ReloadWatch {
	#watch: Promise<SourceWatch | undefined> = Promise.resolve(undefined);
	#target: Target | undefined;
	#key = "";
	#folders: string[] = [];
	/** what is watched, for people */
	watching: string[] = [];

	constructor(
		readonly cwd: string,
		/** ours: what a launcher makes there is no source of the server */
		readonly dataDir: string,
		readonly onChange: (paths: string[]) => void,
	) {}

	/** Watches for this target, for changes after `since` (milliseconds since the epoch); the same sources go on being watched. */
	follow(target: Target, since: number): void {
		if (target === this.#target) return;
		this.#target = target;
		const plan = planOf(target, this.cwd);
		const key = JSON.stringify(plan);
		if (key === this.#key) return;
		const earlier = this.#watch;
		this.#key = key;
		this.#folders = [plan.cwd, ...plan.roots.map(({ folder }) => folder)];
		this.watching = [...plan.roots.map(({ folder }) => folder), ...plan.globs];
		this.#watch = this.#open({ ...plan, since, except: [this.dataDir] });
		void earlier.then((watch) => watch?.close());
	}

	/** A changed file as people know it: from the folder that is watched. */
	nameOf(path: string): string {
		const names = this.#folders.map((folder) => relative(folder, path)).filter((name) => name !== "" && !name.startsWith("..") && !isAbsolute(name));
		return names.sort((one, other) => one.length - other.length)[0] ?? path;
	}

	async close(): Promise<void> {
		const watch = await this.#watch;
		this.#watch = Promise.resolve(undefined);
		await watch?.close();
	}

	/** The watcher is loaded when there is something to watch: most of its weight is spared to a URL, a command, the example. */
	async #open(plan: WatchPlan): Promise<SourceWatch | undefined> {
		if (this.watching.length === 0) return undefined;
		const { watchSources } = await import("../watch/watch-sources.ts");
		return watchSources(plan, this.onChange);
	}
}

function planOf(target: Target, cwd: string): Omit<WatchPlan, "since" | "except"> {
	const roots = target.kind === "file" && target.reload ? sourceRoots(target, cwd) : [];
	return { roots, globs: target.kind === "url" ? [] : target.watch, cwd: target.cwd ?? cwd };
}
