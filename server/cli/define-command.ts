import { Argument, Command, Option } from "commander";
import type * as z from "zod";
import { UsageError } from "./usage-error.ts";

/** One option as it stands in help and in the parser. `flags` as commander writes them: "-e, --with-editable <path>". */
export type OptionDefinition = {
	flags: string;
	summary: string;
	/** may be given more than once; its values are a list */
	many?: boolean;
	hidden?: boolean;
};

export type CommandDefinition = {
	name: string;
	summary: string;
	/** how it is called, after its name */
	usage: string;
	options: readonly OptionDefinition[];
	examples: readonly string[];
	/** `words` stand before `--`, `rest` after it. Answers the exit code. */
	run(input: { words: readonly string[]; rest: readonly string[]; options: Record<string, unknown> }): Promise<number>;
};

/**
 * A command with options that are validated by `schema` before it runs: a value that the schema refuses is wrong usage, told with the
 * message of the schema.
 */
export function defineCommand<Schema extends z.ZodType>(
	definition: Omit<CommandDefinition, "run"> & {
		schema: Schema;
		run(input: { words: readonly string[]; rest: readonly string[]; options: z.output<Schema> }): Promise<number>;
	},
): CommandDefinition {
	const { schema, run, ...command } = definition;
	return {
		...command,
		async run({ options, ...input }) {
			const parsed = schema.safeParse(options);
			if (parsed.success) return run({ ...input, options: parsed.data });
			const issue = parsed.error.issues[0];
			const name = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
			throw new UsageError(name ? `--${name}: ${issue?.message}` : (issue?.message ?? "the options do not fit together"));
		},
	};
}

/** The commander command of a definition, with the settings of `parent`. `ran` gets the exit code of its run. */
export function toCommander(definition: CommandDefinition, parent: Command, rest: readonly string[], ran: (code: Promise<number>) => Promise<void>): Command {
	const command = new Command(definition.name)
		.copyInheritedSettings(parent)
		.summary(definition.summary)
		.description(definition.summary)
		.usage(definition.usage);
	command.addArgument(new Argument("[words...]").default([]));
	command.helpOption("-h, --help", "say how this command is used");
	for (const option of definition.options) command.addOption(toOption(option));
	if (definition.examples.length > 0) command.addHelpText("after", `\nExamples:\n${definition.examples.map((line) => `  ${line}`).join("\n")}`);
	command.action((words: string[], options: Record<string, unknown>) => ran(definition.run({ words, rest, options })));
	return command;
}

function toOption({ flags, summary, many, hidden }: OptionDefinition): Option {
	const option = new Option(flags, summary);
	if (many) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
	if (hidden) option.hideHelp();
	return option;
}
