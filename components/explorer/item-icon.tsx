import { cx } from "@/components/ui/class-names.ts";

/** An icon that came inside the list itself; one with an address is never fetched. */
export function ItemIcon({ src, className }: { src: string; className: string }) {
	// biome-ignore lint/performance/noImgElement: a data: address, nothing to optimise
	return <img src={src} alt="" className={cx("flex-none", className)} />;
}
