import { createLucideIcon } from "lucide-react";

/** A message that nobody answers. */
export const DashedArrow = createLucideIcon("dashed-arrow", [
	["path", { d: "M20 12h-1.5M15 12h-2M9.5 12H6", key: "line" }],
	["path", { d: "M11 6.5 5.5 12l5.5 5.5", key: "head" }],
]);
