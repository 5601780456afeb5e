/** Calls of the API by somebody at another address of this machine: on Linux all of 127.0.0.0/8 are. */
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { startedPairing } from "@agentpass/shared/device-api";
import type { AppRouter } from "@agentpass/shared/api";
import { WebSocket as NodeWebSocket } from "ws";
import { z } from "zod";
import { stockClient } from "./stock-client.ts";

const device = { deviceName: "a laptop", platform: "linux" };

/** Asks over HTTP for a device to be let in. Gives the code that it shows. */
export async function pairOverHttp(apiUrl: string, localAddress: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const asking = request(`${apiUrl}/trpc/pairing.start`, { method: "POST", localAddress, headers });
  const answered = Promise.withResolvers<unknown>();
  asking.on("error", answered.reject).on("response", (response) => answered.resolve(json(response)));
  asking.end(JSON.stringify(device));
  const { result } = z.object({ result: z.object({ data: startedPairing }) }).parse(await answered.promise);
  return result.data.userCode;
}

/** The same over a WebSocket. */
export async function pairOverWebSocket(apiUrl: string, localAddress: string): Promise<string> {
  class SocketFrom extends NodeWebSocket {
    constructor(url: string) {
      super(url, { localAddress });
    }
  }
  using client = stockClient<AppRouter>({
    url: `${apiUrl.replace("http", "ws")}/trpc`,
    WebSocket: SocketFrom as unknown as typeof WebSocket,
  });
  return (await client.api.pairing.start.mutate(device)).userCode;
}
