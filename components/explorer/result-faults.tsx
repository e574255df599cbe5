/** What the specification asks of a result and this one does not have. */
export function ResultFaults({ faults }: { faults: readonly string[] }) {
	if (faults.length === 0) return null;
	return <p className="pb-2 text-error">The result is not what the specification asks for: {faults.join("; ")}.</p>;
}
