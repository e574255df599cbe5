import type { Launch } from "../../lib/protocol/session.ts";
import type { Target, TargetKind } from "../../lib/protocol/target.ts";

/** What a launcher knows of the bridge. It starts short helper processes of its own, and never the server. */
export type LaunchContext = {
	/** the bridge's own environment */
	env: Readonly<Record<string, string | undefined>>;
	/** the bridge's own working directory: relative paths of a target start here */
	cwd: string;
	dataDir: string;
	/** absolute path of the bundled example server */
	demoScript: string;
	/** tells a person what takes so long */
	say(text: string): void;
	signal: AbortSignal;
};

export type ResolvedLaunch = {
	launch: Launch;
	/** the complete environment of the server, nothing to be added */
	env: Record<string, string>;
	/** sent with every request, where the server is reached over HTTP */
	headers?: Readonly<Record<string, string>>;
	/** what the session is called until the server says its name */
	title: string;
	/** stable across bridges for the same file or command */
	targetKey: string;
};

export type TargetOf<Kind extends TargetKind> = Extract<Target, { kind: Kind }>;

/** Turns a target of one kind into a command line, or throws a `Problem` that names what is wrong. */
export type Launcher<Kind extends TargetKind> = (target: TargetOf<Kind>, context: LaunchContext) => Promise<ResolvedLaunch>;
