import { ServerPanel } from "@/components/server/server-panel.tsx";

export default function ServerPage() {
	return <ServerPanel />;
}
