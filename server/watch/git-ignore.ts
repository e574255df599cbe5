import { readFileSync } from "node:fs";
import { dirname, join, parse, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** What git would not look at: the `.gitignore` of each folder from the top of the repository down, read once. */
export class GitIgnore {
	readonly #rules = new Map<string, Ignore | undefined>();
	readonly #top: string;

	/** `folder` is where looking begins; the repository may begin above it. */
	constructor(folder: string) {
		this.#top = repositoryOf(folder) ?? folder;
	}

	ignores(path: string, isFolder: boolean): boolean {
		for (let folder = dirname(path); folder.startsWith(this.#top); folder = dirname(folder)) {
			const rules = this.#rulesOf(folder);
			const name = relative(folder, path).split(sep).join("/");
			const verdict = rules?.test(isFolder ? `${name}/` : name);
			// the nearest file that says anything decides
			if (verdict?.ignored) return true;
			if (verdict?.unignored || folder === parse(folder).root) return false;
		}
		return false;
	}

	#rulesOf(folder: string): Ignore | undefined {
		if (!this.#rules.has(folder)) this.#rules.set(folder, readRules(folder));
		return this.#rules.get(folder);
	}
}

function readRules(folder: string): Ignore | undefined {
	try {
		return ignore().add(readFileSync(join(folder, ".gitignore"), "utf8"));
	} catch {
		return undefined;
	}
}

function repositoryOf(start: string): string | undefined {
	for (let folder = start; ; folder = dirname(folder)) {
		try {
			readFileSync(join(folder, ".git", "HEAD"));
			return folder;
		} catch {
			if (folder === parse(folder).root) return undefined;
		}
	}
}
