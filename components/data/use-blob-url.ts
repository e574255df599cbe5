import { useEffect, useState } from "react";

/** An address for bytes under a type of ours, as long as the component lives. */
export function useBlobUrl(bytes: Uint8Array<ArrayBuffer> | undefined, type: string | undefined, wanted: boolean): string | undefined {
	const [url, setUrl] = useState<string>();
	useEffect(() => {
		if (!bytes || !type || !wanted) return;
		const made = URL.createObjectURL(new Blob([bytes], { type }));
		setUrl(made);
		return () => {
			URL.revokeObjectURL(made);
			setUrl(undefined);
		};
	}, [bytes, type, wanted]);
	return url;
}
