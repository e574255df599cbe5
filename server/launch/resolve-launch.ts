import type { Target, TargetKind } from "../../lib/protocol/target.ts";
import { launchCommand } from "./launch-command.ts";
import type { LaunchContext, Launcher, ResolvedLaunch, TargetOf } from "./launch-context.ts";
import { launchDemo } from "./launch-demo.ts";
import { launchFile } from "./launch-file.ts";
import { launchUrl } from "./launch-url.ts";

/** A kind that is added to `Target` and not here does not compile. */
const launchers: { [Kind in TargetKind]: Launcher<Kind> } = { file: launchFile, command: launchCommand, demo: launchDemo, url: launchUrl };

/**
 * Finds the command line, environment and working directory that start a target. Throws a `Problem` when nothing could start: each
 * names what was wrong and what to do. Neither imports nor runs the target's own code.
 */
export function resolveLaunch(target: Target, context: LaunchContext): Promise<ResolvedLaunch> {
	return launchAs(target.kind, target, context);
}

function launchAs<Kind extends TargetKind>(kind: Kind, target: Target, context: LaunchContext): Promise<ResolvedLaunch> {
	// the compiler cannot see that `kind` and `target` are of one member; `resolveLaunch` passes them so
	return launchers[kind](target as TargetOf<Kind>, context);
}
