import { ToolsPanel } from "@/components/tools/tools-panel.tsx";

export default function ToolsPage() {
	return <ToolsPanel />;
}
