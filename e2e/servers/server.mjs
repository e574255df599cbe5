import { bytes } from "./modes/bytes.mjs";
import { calls } from "./modes/calls.mjs";
import { lifecycle } from "./modes/lifecycle.mjs";
import { lists } from "./modes/lists.mjs";
import { prompts } from "./modes/prompts.mjs";
import { resources } from "./modes/resources.mjs";
import { schemas } from "./modes/schemas.mjs";
import { versions } from "./modes/versions.mjs";
import { openWire } from "./wire.mjs";

/** `node server.mjs MODE [ARGS…]`: one small server per kind of behaviour; `plain` behaves. */
const modes = { plain: () => {}, ...bytes, ...calls, ...lifecycle, ...lists, ...prompts, ...resources, ...schemas, ...versions };

const [mode = "plain", ...args] = process.argv.slice(2);
const behave = modes[mode];
if (!behave) {
	process.stderr.write(`Unknown mode ${mode}. One of: ${Object.keys(modes).join(", ")}\n`);
	process.exit(64);
}
behave(openWire(), ...args);
