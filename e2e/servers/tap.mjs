import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";

/** `node tap.mjs FOLDER COMMAND ARGS…`: runs a server and writes what crosses its pipes to FOLDER/in and FOLDER/out, byte by byte. */
const [folder, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
const toServer = createWriteStream(`${folder}/in`);
const fromServer = createWriteStream(`${folder}/out`);
process.stdin.on("data", (chunk) => {
	toServer.write(chunk);
	child.stdin.write(chunk);
});
process.stdin.on("end", () => child.stdin.end());
child.stdout.on("data", (chunk) => {
	fromServer.write(chunk);
	process.stdout.write(chunk);
});
child.on("exit", (code) => process.exit(code ?? 1));
