import { STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocketServer } from "ws";
import { statusOf } from "./problem-response.ts";
import type { RequestGuard } from "./upgrade-guard.ts";

/** Lets WebSockets in at these paths, and nobody whom the guard refuses. */
export function acceptUpgrades(
  server: Server,
  { sockets, paths, guard }: { sockets: WebSocketServer; paths: readonly string[]; guard: RequestGuard },
): void {
  server.on("upgrade", (request, socket: Duplex, head) => {
    socket.on("error", () => socket.destroy());
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (!paths.includes(path)) return refuse(socket, 404, "There is nothing at this address.");
    const problem = guard(request);
    if (problem) return refuse(socket, statusOf(problem), problem.message);
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      sockets.emit("connection", webSocket, request),
    );
  });
}

function refuse(socket: Duplex, status: number, message: string): void {
  const body = `${message}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
