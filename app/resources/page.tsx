import { ResourcesPanel } from "@/components/resources/resources-panel.tsx";

export default function ResourcesPage() {
	return <ResourcesPanel />;
}
