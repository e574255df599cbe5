import { runCli } from "./run-cli.ts";

// exit, not exitCode: a helper that hangs (a launcher's pip, a browser) must not keep us
process.exit(await runCli(process.argv.slice(2)));
