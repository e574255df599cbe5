import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writePrivateFile } from "../storage/write-private-file.ts";
import { isFile } from "./find-on-path.ts";

/**
 * Serves an object of a file over stdio: `run_server.py FILE OBJECT|- ARGS…`. Runs with Python 3.9 and later, with mcp 1 and 2 and with
 * fastmcp 2 and later, and knows them by what their objects can do, since it must not import a package that the file does not.
 */
const text = `"""Serves the MCP server object of a Python file over stdio. Written by mcp-inspect; may be deleted."""

import importlib.util
import inspect
import os
import sys
import traceback


def fail(message):
    print("mcp-inspect: " + message, file=sys.stderr)
    sys.exit(1)


def is_low_level(value):
    return callable(getattr(value, "create_initialization_options", None)) and callable(getattr(value, "run", None))


def is_server(value):
    if isinstance(value, type) or inspect.ismodule(value):
        return False
    try:
        return callable(getattr(value, "run_stdio_async", None)) or is_low_level(value)
    except Exception:
        return False


def load(path):
    folder, name = os.path.split(path)
    stem = os.path.splitext(name)[0]
    # the first entry is the folder of this file; a script would see its own there
    sys.path[0] = folder
    module_name = stem if stem.isidentifier() and stem not in sys.modules and stem not in sys.builtin_module_names else "server_module"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        fail("cannot load " + path)
    module = importlib.util.module_from_spec(spec)
    # a file that imports a neighbour that imports it back must find this one
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        # start the traceback in the user's file
        at = error.__traceback__
        while at is not None and at.tb_frame.f_code.co_filename != path:
            at = at.tb_next
        traceback.print_exception(type(error), error, at)
        sys.exit(1)
    return module


def choose(module, wanted, path):
    name = os.path.basename(path)
    if wanted != "-":
        value = module
        for part in wanted.split("."):
            if not hasattr(value, part):
                fail("%s has no object '%s'%s" % (name, wanted, known(module, name)))
            value = getattr(value, part)
        if not is_server(value) and not callable(value):
            fail("'%s' in %s is of type %s, neither a server nor a function that makes one%s" % (wanted, name, type(value).__name__, known(module, name)))
        return value
    for usual in ("mcp", "server", "app"):
        if is_server(getattr(module, usual, None)):
            return getattr(module, usual)
    found = servers(module)
    if len(set(map(id, found.values()))) == 1:
        return next(iter(found.values()))
    if found:
        fail("%s has several servers: %s. Name one: %s:%s" % (name, ", ".join(found), name, next(iter(found))))
    fail("%s has no server object. Make one, such as mcp = MCPServer('name'), or start the server under if __name__ == '__main__'" % name)


def servers(module):
    return {key: value for key, value in vars(module).items() if not key.startswith("_") and is_server(value)}


def known(module, name):
    names = list(servers(module))
    return "; its servers: %s. Name one: %s:%s" % (", ".join(names), name, names[0]) if names else "; it has no server object at all"


async def serve(value):
    # fastmcp heeds its settings here (no banner), and not in run_stdio_async
    if callable(getattr(value, "run_async", None)):
        await value.run_async(transport="stdio")
        return
    if callable(getattr(value, "run_stdio_async", None)):
        await value.run_stdio_async()
        return
    from mcp.server.stdio import stdio_server

    async with stdio_server() as (read, write):
        await value.run(read, write, value.create_initialization_options())


def main():
    path, wanted = os.path.abspath(sys.argv[1]), sys.argv[2]
    sys.argv = [sys.argv[1]] + sys.argv[3:]
    value = choose(load(path), wanted, path)
    import anyio

    async def start():
        server = value
        if not is_server(server):
            server = server()
            if inspect.isawaitable(server):
                server = await server
            if not is_server(server):
                fail("%s() in %s made a %s, not a server" % (wanted, os.path.basename(path), type(server).__name__))
        await serve(server)

    try:
        anyio.run(start)
    except KeyboardInterrupt:
        pass


main()
`;

/** Writes the runner into the data directory, named after its content, and answers its path. */
export function writePythonRunner(dataDir: string): string {
	const folder = join(dataDir, "python");
	const path = join(folder, `run_server_${createHash("sha256").update(text).digest("hex").slice(0, 8)}.py`);
	if (!isFile(path)) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writePrivateFile(path, text);
	}
	return path;
}
