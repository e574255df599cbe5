import { PromptsPanel } from "@/components/prompts/prompts-panel.tsx";

export default function PromptsPage() {
	return <PromptsPanel />;
}
