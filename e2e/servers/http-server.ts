import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Server } from "node:net";

export type HttpServer = {
	/** without a slash at the end */
	origin: string;
	port: number;
	close(): Promise<void>;
};

/** A real HTTP server on 127.0.0.1, by default on a free port. What it answers is the test's. */
export const openHttpServer = (answer: RequestListener, port = 0): Promise<HttpServer> => openServer(createServer(answer), port);

/** Takes a port of 127.0.0.1 for a server of any protocol. Its connections end with it. */
export async function openServer(server: Server, wanted = 0): Promise<HttpServer> {
	const sockets = new Set<{ destroy(): void }>();
	server.on("connection", (socket) => {
		sockets.add(socket);
		// a client that goes away in the middle of an answer is nothing to a server
		socket.on("error", () => {}).on("close", () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}
