/** Writes to stdout and waits until it is taken: the process exits right after, and a pipe is slow. */
export function print(text: string): Promise<void> {
	return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
