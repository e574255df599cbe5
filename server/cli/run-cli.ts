import { Command, CommanderError } from "commander";
import { Problem } from "../../lib/protocol/problem.ts";
import { commands } from "./commands.ts";
import { type CommandDefinition, toCommander } from "./define-command.ts";
import { orderWords } from "./order-words.ts";
import { readVersion } from "./package-paths.ts";
import { bridgeOptions } from "./shared-options.ts";
import { tell, tellProblem } from "./tell.ts";
import { UsageError } from "./usage-error.ts";

/** Runs one command line (without `node` and the script). Answers the exit code: 0 ended by the user, 1 failed, 2 wrong usage. */
export async function runCli(args: readonly string[], list: readonly CommandDefinition[] = commands): Promise<number> {
	const { argv, rest } = orderWords(args, list);
	let code = 0;
	const program = makeProgram(list, rest, async (run) => {
		code = await run;
	});
	try {
		await program.parseAsync(argv, { from: "user" });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : refuse(error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " "));
		if (error instanceof UsageError) return refuse(error.message);
		if (!(error instanceof Problem)) throw error;
		tellProblem(error);
		return 1;
	}
}

function refuse(message: string): number {
	tell(`${message}${/[.?!)]$/.test(message) ? "" : "."} See mcp-inspect --help.`, "bad");
	return 2;
}

function makeProgram(list: readonly CommandDefinition[], rest: readonly string[], ran: (code: Promise<number>) => Promise<void>): Command {
	const program = new Command("mcp-inspect")
		.description("DevTools for MCP servers: start or reach one, see every message that crosses the wire, drive its tools.")
		.usage("[command] [options]")
		.version(readVersion(), "-V, --version", "say the version")
		.helpOption("-h, --help", "say how this is used; each command has its own help")
		.helpCommand(false)
		.exitOverride()
		.configureOutput({ writeErr: () => {} })
		.configureHelp({ visibleArguments: () => [], subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
		.addHelpText(
			"after",
			`\nWithout a command the page asks what to start; its options:\n${bridgeOptions.flatMap((option) => (option.hidden ? [] : [`  ${option.flags.padEnd(20)} ${option.summary}`])).join("\n")}`,
		)
		.addHelpText(
			"after",
			"\nExamples:\n  mcp-inspect server.py\n  mcp-inspect run -- npx -y @modelcontextprotocol/server-everything\n  mcp-inspect connect http://127.0.0.1:8000/mcp\n  mcp-inspect demo",
		);
	for (const definition of list) {
		program.addCommand(toCommander(definition, program, rest, ran), { hidden: definition.name === "home" });
	}
	return program;
}
