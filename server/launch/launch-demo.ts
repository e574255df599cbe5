import { childEnv } from "./child-env.ts";
import type { Launcher } from "./launch-context.ts";
import { requireCwd } from "./require-cwd.ts";
import { requireFile } from "./require-file.ts";

/** The example server of the package, run by the Node that runs us. */
export const launchDemo: Launcher<"demo"> = async (target, context) => {
	const script = requireFile(context.demoScript, context.cwd);
	return {
		launch: {
			transport: "stdio",
			command: process.execPath,
			args: [script],
			cwd: requireCwd(target.cwd, context.cwd),
			runtime: `Node ${process.versions.node}`,
			interpreter: process.execPath,
			notes: [],
		},
		env: childEnv(target, context.env),
		title: "notes-demo",
		targetKey: "demo",
	};
};
