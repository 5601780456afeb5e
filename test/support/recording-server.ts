import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Recorded {
  path: string;
  headers: Record<string, unknown>;
  body: string;
}

export interface RecordingServer extends AsyncDisposable {
  url: string;
  requests: Recorded[];
  /** What the next requests are answered with; null: nothing, ever. */
  status: number | null;
}

/** A local HTTP server that keeps what is posted to it: a chat's incoming webhook, or a collector of traces. */
export async function recordingServer(port = 0): Promise<RecordingServer> {
  const recording: RecordingServer = {
    url: "",
    requests: [],
    status: 200,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      recording.requests.push({ path: request.url ?? "", headers: { ...request.headers }, body });
      if (recording.status !== null) response.writeHead(recording.status).end("ok");
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  recording.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return recording;
}
