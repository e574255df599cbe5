import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import * as z from "zod";
import { Problem } from "../../lib/protocol/problem.ts";
import { isFile } from "./find-on-path.ts";
import type { FileLaunch, LaunchLine } from "./launch-file.ts";
import { launchScript } from "./launch-script.ts";
import { sourcesIn } from "./require-file.ts";

const Manifest = z.object({ name: z.string().default(""), bin: z.union([z.string(), z.record(z.string(), z.string())]).optional() });

/** A folder with a package.json is started through its `bin`. Throws `folder-without-package`, `package-unreadable`, `package-without-bin`, `package-many-bins`, `package-not-built`. */
export function launchPackage(known: FileLaunch): LaunchLine {
	const folder = known.path;
	const bin = chooseBin(folder, readManifest(folder));
	const path = resolve(folder, bin);
	if (!isFile(path)) {
		throw new Problem("package-not-built", `The bin of ${basename(folder)} is ${bin}, and that file is not there.`, {
			hint: "Build the package first: npm run build",
			details: { folder, bin },
		});
	}
	const line = launchScript({ ...known, path });
	return { ...line, notes: [`the bin of the package is ${bin}`, ...line.notes] };
}

function readManifest(folder: string): z.infer<typeof Manifest> {
	const path = join(folder, "package.json");
	if (!isFile(path)) {
		const python = isFile(join(folder, "pyproject.toml"));
		throw new Problem("folder-without-package", `${folder} is a folder without a package.json.`, {
			hint: python
				? `For a Python project name its file, or run its command: mcp-inspect run -- uv run --directory ${folder} NAME`
				: `Name the source file of the server instead. ${sourcesIn(folder) ?? ""}`.trimEnd(),
			details: { folder },
		});
	}
	try {
		return Manifest.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch (cause) {
		throw new Problem("package-unreadable", `${path} cannot be read as a package.json.`, { hint: "Check that it is valid JSON.", details: { path }, cause });
	}
}

function chooseBin(folder: string, { name, bin }: z.infer<typeof Manifest>): string {
	if (typeof bin === "string") return bin;
	const bins = Object.entries(bin ?? {});
	const own = bin?.[name.slice(name.lastIndexOf("/") + 1)];
	const [only] = bins;
	if (own !== undefined) return own;
	if (bins.length === 1 && only) return only[1];
	if (bins.length === 0)
		throw new Problem("package-without-bin", `The package.json of ${folder} has no "bin".`, {
			hint: "Name the source file of the server instead.",
			details: { folder },
		});
	throw new Problem("package-many-bins", `The package in ${folder} has several commands: ${bins.map(([key]) => key).join(", ")}.`, {
		hint: `Name the file of one: ${bins.map(([, file]) => join(folder, file)).join(", ")}`,
		details: { folder },
	});
}
