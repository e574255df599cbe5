import { connect } from "./connect.ts";
import type { CommandDefinition } from "./define-command.ts";
import { demo } from "./demo.ts";
import { dev } from "./dev.ts";
import { diff } from "./diff.ts";
import { home } from "./home.ts";
import { run } from "./run.ts";
import { snapshot } from "./snapshot.ts";

/** Every command, in the order of help. */
export const commands: readonly CommandDefinition[] = [dev, run, connect, demo, snapshot, diff, home];
