import { once } from "node:events";
import type { AppRouter } from "@agentpass/shared/api";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { io } from "socket.io-client";
import { WebSocket } from "ws";
import type { StockRouter } from "./broadcast-server.ts";
import type { FeedMessage } from "./feed-message.ts";

/** Hears of one message: its cursor and its id. */
export type OnMessage = (cursor: string, messageId: string) => void;

/** Connects one client and resolves when it will hear of everything that comes. */
type Connect = (url: string, onMessage: OnMessage, key: string) => Promise<void>;

const raw: Connect = async (url, onMessage) => {
  const socket = new WebSocket(url);
  socket.on("message", (data: Buffer) => {
    const { cursor, item } = JSON.parse(data.toString()) as FeedMessage;
    onMessage(cursor, item.messageId);
  });
  await once(socket, "open");
};

const socketIo: Connect = async (url, onMessage) => {
  const socket = io(url, { transports: ["websocket"], forceNew: true });
  socket.on("feed", ({ cursor, item }: FeedMessage) => onMessage(cursor, item.messageId));
  await new Promise<void>((resolve) => socket.once("connect", resolve));
};

/** tRPC's client, unmodified. */
const stockTrpc: Connect = (url, onMessage) => {
  const client = createTRPCClient<StockRouter>({ links: [wsLink({ client: createWSClient({ url }) })] });
  return new Promise((onStarted, onError) =>
    client.live.subscribe(
      {},
      { onStarted: () => onStarted(), onError, onData: ({ id, data }) => onMessage(id, data.messageId) },
    ),
  );
};

/** The same client for the product's feed. */
const agentPass: Connect = (url, onMessage, key) => {
  const socket = createWSClient({ url: `${url}/trpc`, connectionParams: { key } });
  const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
  return new Promise((onStarted, onError) =>
    client.feed.live.subscribe(
      { lastEventId: null },
      {
        onStarted: () => onStarted(),
        onError,
        onData: ({ id, data }) => {
          if (data.type === "message.received" && data.messageId !== undefined) onMessage(id, data.messageId);
        },
      },
    ),
  );
};

export const clients = { raw, "socket.io": socketIo, trpc: stockTrpc, agentpass: agentPass } as const;
export type ClientKind = keyof typeof clients;
