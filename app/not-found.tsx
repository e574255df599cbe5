import Link from "next/link";

export default function NotFound() {
	return (
		<div className="p-8 text-13">
			<h2 className="text-15 font-semibold">There is no such panel</h2>
			<Link href="/" className="link">
				Back to the inspector
			</Link>
		</div>
	);
}
