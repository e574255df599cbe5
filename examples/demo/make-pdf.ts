/** A PDF of one page with lines of plain text (western Latin letters), written without a library. */
export function makePdf(title: string, lines: readonly string[]): Buffer {
	const write = (text: string): string => `(${text.replace(/[^\x20-\x7e\xa0-\xff]/g, "?").replace(/[\\()]/g, "\\$&")}) Tj`;
	const drawn = ["BT", "/F1 20 Tf 56 760 Td", write(title), "/F1 12 Tf 0 -32 Td", ...lines.flatMap((line) => [write(line), "0 -18 Td"]), "ET"].join("\n");
	const objects = [
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
		`<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
		"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
	];
	let file = "%PDF-1.4\n";
	const offsets = objects.map((object, at) => {
		const offset = file.length;
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
	return Buffer.from(file, "latin1");
}
