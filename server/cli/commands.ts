import { connect } from "./connect.ts";
import type { CommandDefinition } from "./define-command.ts";
import { demo } from "./demo.ts";
import { dev } from "./dev.ts";
import { home } from "./home.ts";
import { run } from "./run.ts";

/** Every command, in the order of help. */
export const commands: readonly CommandDefinition[] = [dev, run, connect, demo, home];
