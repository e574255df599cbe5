const SAMPLE_RATE = 8_000;

/** A short, fading tone as a WAV file (8-bit mono). `pitch` in hertz. */
export function makeChime(pitch: number, seconds = 0.6): Buffer {
	const samples = Math.round(SAMPLE_RATE * seconds);
	const wav = Buffer.alloc(44 + samples);
	wav.write("RIFF", 0, "latin1");
	wav.writeUInt32LE(36 + samples, 4);
	wav.write("WAVEfmt ", 8, "latin1");
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(SAMPLE_RATE, 24);
	wav.writeUInt32LE(SAMPLE_RATE, 28);
	wav.writeUInt16LE(1, 32);
	wav.writeUInt16LE(8, 34);
	wav.write("data", 36, "latin1");
	wav.writeUInt32LE(samples, 40);
	for (let i = 0; i < samples; i++) {
		const fade = Math.exp((-5 * i) / samples);
		wav[44 + i] = 128 + Math.round(100 * fade * Math.sin((2 * Math.PI * pitch * i) / SAMPLE_RATE));
	}
	return wav;
}
