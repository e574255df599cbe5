import { FileCode, FlaskConical, Globe, type LucideIcon, SquareTerminal } from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = { file: FileCode, command: SquareTerminal, url: Globe, demo: FlaskConical };

/** The icon of a kind of target. */
export const targetIcon = (kind: string | undefined): LucideIcon => icons[kind ?? "command"] ?? SquareTerminal;
