import { onPath } from "./on-path.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** Installs Debian packages where that is possible without asking anyone: as root, with apt-get. Undefined where it is not. */
export async function aptInstall(say: (text: string) => void, ...packages: string[]): Promise<CommandResult | undefined> {
	if (process.platform !== "linux" || process.getuid?.() !== 0 || !onPath("apt-get")) return undefined;
	say(`installing ${packages.join(", ")} with apt-get …`);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const update = await runCommand("apt-get", ["update", "-q"], { env });
	if (update.code !== 0) return update;
	return runCommand("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { env });
}
