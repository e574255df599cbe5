/** The mark: what goes out above what comes in. */
export function Mark() {
	const stroke = { fill: "none", strokeWidth: 1.8, strokeLinecap: "round", strokeLinejoin: "round" } as const;
	return (
		<svg aria-hidden="true" viewBox="0 0 18 18" className="size-4.5 flex-none">
			<path d="M2.5 6H12M9.5 3l3 3-3 3" className="stroke-wire-out" {...stroke} />
			<path d="M15.5 12H6M8.5 9l-3 3 3 3" className="stroke-wire-in" {...stroke} />
		</svg>
	);
}
