import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect, test } from "./fixtures.ts";
import { expectConnection } from "./pages/shell.ts";
import { Tools } from "./pages/tools.ts";
import { findPythonEnv } from "./setup/python-envs.ts";
import { runCommand } from "./setup/run-command.ts";
import { listed } from "./setup/sessions.ts";

const server = `from mcp.server import MCPServer

mcp = MCPServer("packed")


@mcp.tool()
def greet(name: str) -> str:
    """Greets someone."""
    return f"Hello, {name}!"
`;

const bytesIn = (path: string): number =>
	statSync(path).isFile() ? statSync(path).size : readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);

test("the packed package installs in an empty folder and inspects a Python server there", async ({ start, open }) => {
	test.setTimeout(180_000);
	const folder = mkdtempSync(join(tmpdir(), "mcp-inspect-pack-"));
	// the build is there already; `prepare` would build it again
	const packed = await runCommand("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]);
	expect(packed.code, packed.output).toBe(0);
	const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
	const place = join(folder, "empty");
	mkdirSync(place);
	const installed = await runCommand("npm", ["install", "--no-audit", "--no-fund", "--prefix", place, join(folder, tarball ?? "")], { cwd: place });
	test.skip(installed.code !== 0 && !process.env.CI && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED/.test(installed.output), "the package index cannot be reached");
	expect(installed.code, installed.output).toBe(0);

	const modules = join(place, "node_modules");
	expect(bytesIn(join(modules, "mcp-inspect")), "the package itself").toBeLessThanOrEqual(5_000_000);
	expect(bytesIn(modules), "with all run-time packages").toBeLessThanOrEqual(25_000_000);
	for (const name of ["next", "react", "react-dom", "esbuild", "typescript", "tailwindcss"]) expect(readdirSync(modules)).not.toContain(name);
	for (const bin of ["mcp-inspect", "mcpi"]) expect(readdirSync(join(modules, ".bin"))).toContain(bin);
	const manifest = JSON.parse(readFileSync("package.json", "utf8"));
	const version = await runCommand("npx", ["--no-install", "mcpi", "--version"], { cwd: place });
	expect(version.output).toContain(manifest.version);

	const env = findPythonEnv("v2");
	test.skip(!env, 'the Python environment "v2" could not be made');
	writeFileSync(join(place, "server.py"), server);
	const bridge = await start(["dev", "server.py"], {
		cli: join(modules, "mcp-inspect", "dist", "cli.js"),
		cwd: place,
		env: { VIRTUAL_ENV: env?.folder, PATH: [env?.bin, process.env.PATH].join(delimiter) },
	});
	await listed(bridge);
	const page = await open(bridge);
	await expectConnection(page, "Connected");
	const tools = new Tools(page);
	await tools.select("greet");
	await tools.field("name").fill("package");
	await tools.run.click();
	await expect(tools.result).toContainText("Hello, package!");
});

test("the exported page names no other host, and no source map is shipped", async () => {
	const files = readdirSync("out", { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
	expect(files.length).toBeGreaterThan(5);
	for (const file of files) {
		expect(file.name).not.toMatch(/\.map$/);
		if (!/\.(html|css)$/.test(file.name)) continue;
		const text = readFileSync(resolve(join(file.parentPath, file.name)), "utf8");
		expect(text, file.name).not.toMatch(/(src|href)="(https?:)?\/\//);
	}
});
