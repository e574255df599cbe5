const LATE = Symbol("late");

/** Reads a body chunk by chunk. What breaks it is remembered and not thrown: what came until then is evidence. */
export class BodyChunks {
	/** what broke the body */
	error: unknown;
	broken = false;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	#next: Promise<Uint8Array | undefined> | undefined;

	constructor(body: ReadableStream<Uint8Array> | null) {
		this.#reader = body?.getReader();
	}

	/** The next chunk; undefined at the end, and where the body broke. */
	take(): Promise<Uint8Array | undefined> {
		const next = this.#next ?? this.#read();
		this.#next = undefined;
		return next;
	}

	/** The next chunk without taking it, or "late" after so many milliseconds. */
	async peek(ms: number): Promise<Uint8Array | "late" | undefined> {
		this.#next ??= this.#read();
		let timer: NodeJS.Timeout | undefined;
		const late = new Promise<typeof LATE>((resolve) => {
			timer = setTimeout(resolve, ms, LATE);
		});
		const first = await Promise.race([this.#next, late]);
		clearTimeout(timer);
		return first === LATE ? "late" : first;
	}

	/** Gives the rest up, and the connection with it. */
	async cancel(): Promise<void> {
		await this.#reader?.cancel().catch(() => {});
	}

	async #read(): Promise<Uint8Array | undefined> {
		try {
			for (;;) {
				const { value, done } = (await this.#reader?.read()) ?? { value: undefined, done: true };
				if (done) return undefined;
				if (value && value.length > 0) return value;
			}
		} catch (error) {
			this.error = error;
			this.broken = true;
			return undefined;
		}
	}
}
