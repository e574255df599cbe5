/** The bytes of base64 text, white space and URL alphabet allowed; undefined where it is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
		const bytes = new Uint8Array(binary.length);
		for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
		return bytes;
	} catch {
		return undefined;
	}
}
