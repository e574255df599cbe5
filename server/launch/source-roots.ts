import { homedir } from "node:os";
import { dirname, parse, resolve } from "node:path";
import { isFile } from "./find-on-path.ts";
import { findUpwards } from "./find-upwards.ts";
import type { TargetOf } from "./launch-context.ts";

/** A folder to watch. A project is looked through as a whole. */
export type SourceRoot = { folder: string; isProject: boolean };

const manifests = ["pyproject.toml", "package.json"];

/** The folders in which the sources of a file's server stand: its project, or the file's own folder, and what is installed in place. */
export function sourceRoots(target: Pick<TargetOf<"file">, "file" | "withEditable">, cwd: string): SourceRoot[] {
	const path = resolve(cwd, target.file);
	const folder = dirname(path);
	const above = manifests.map((name) => findUpwards(folder, name, isFile)).filter((found) => found !== undefined);
	// the nearest one; a home folder is no project, whatever lies in it
	const project = above
		.map((manifest) => dirname(manifest))
		.filter((found) => found !== homedir() && found !== parse(found).root)
		.sort((one, other) => other.length - one.length)[0];
	const own: SourceRoot = project === undefined ? { folder, isProject: false } : { folder: project, isProject: true };
	const editable = target.withEditable.map((named): SourceRoot => ({ folder: resolve(cwd, named), isProject: true }));
	return [own, ...editable.filter((root) => root.folder !== own.folder)];
}
