import type { PythonFacts } from "./probe-python.ts";
import type { PythonProject } from "./python-project.ts";
import type { PythonScan, PythonSdk } from "./scan-python.ts";

/** What to install for each library, when nobody else decides. */
const requirements: Record<PythonSdk, string> = { fastmcp: "fastmcp", "mcp-v1": "mcp>=1,<2", "mcp-v2": "mcp>=2,<3", mcp: "mcp" };
const packageOf = (sdk: PythonSdk): "mcp" | "fastmcp" => (sdk === "fastmcp" ? "fastmcp" : "mcp");

/** Name of the package that a requirement asks for, in its normal form. */
export const requirementName = (requirement: string): string => (/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? "").toLowerCase().replace(/[-_.]+/g, "-");

/**
 * The requirement that must be added so that the file finds its library: none if it uses none, or if its header, its project or the
 * user's own `--with` decides about it.
 */
export function neededSdk(
	sdk: PythonSdk | undefined,
	header: PythonScan["header"],
	project: Pick<PythonProject, "decides">,
	withPackages: readonly string[],
): string | undefined {
	if (!sdk) return undefined;
	const name = packageOf(sdk);
	const asked = [...withPackages, ...(header?.dependencies ?? [])].map(requirementName);
	// fastmcp brings the mcp that it was made for
	if (asked.includes(name) || (name === "mcp" && asked.includes("fastmcp"))) return undefined;
	if (!header && project.decides.includes(name)) return undefined;
	return requirements[sdk];
}

/** Whether an interpreter has the library that the file is written for, in the right major version. */
export function hasSdk(facts: Pick<PythonFacts, "mcp" | "fastmcp">, sdk: PythonSdk | undefined): boolean {
	if (!sdk) return true;
	if (sdk === "fastmcp") return facts.fastmcp !== null;
	return facts.mcp !== null && (sdk === "mcp" || facts.mcp.startsWith(sdk === "mcp-v1" ? "1." : "2."));
}

/** "mcp 2.3.0" or "fastmcp 4.0.10": the one that the file uses, else the one that is there. */
export function describeSdk(facts: Pick<PythonFacts, "mcp" | "fastmcp">, sdk: PythonSdk | undefined): string | undefined {
	if (sdk === undefined) return undefined;
	const name = packageOf(sdk);
	return facts[name] === null ? undefined : `${name} ${facts[name]}`;
}

/**
 * Whether the file is run as a script, or its object is served by our runner. An object that the user names is served, whatever the
 * file would do by itself; a file that would only serve HTTP has its object served over stdio.
 */
export function chooseStart(scan: PythonScan, object: string | undefined): { as: "script" | "object"; notes: string[] } {
	if (object !== undefined) return { as: "object", notes: scan.runsItself ? [`served the object ${object}, as asked; the file's own start was not run`] : [] };
	if (scan.httpOnly && scan.servers.length > 0 && !scan.lowLevel) {
		return { as: "object", notes: [`the file by itself serves ${scan.httpOnly}; its object ${scan.servers[0]} was served over stdio instead`] };
	}
	if (scan.runsItself || scan.sdk === undefined) return { as: "script", notes: [] };
	// a low-level server without any start does nothing as a script; the runner knows how to serve its object
	return { as: "object", notes: [] };
}
