/**
 * A server that tells all its sockets of each POST, once that is stored by one fsynced insert: `node broadcast-server.ts KIND
 * [CONNECTION]`, KIND one of raw, socket.io, trpc; without CONNECTION (JSON for node-postgres) it stores nothing. Each
 * kind is set up as its manual does.
 */
import { EventEmitter, on } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { initTRPC, tracked } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { Pool } from "pg";
import { Server as SocketIo } from "socket.io";
import { WebSocketServer } from "ws";
import { z } from "zod";
import { serveCommands } from "../serve-commands.ts";
import { cursorOf, newItem, type FeedMessage } from "./feed-message.ts";

type Broadcast = (message: FeedMessage) => void;

function raw(server: HttpServer): Broadcast {
  const sockets = new WebSocketServer({ server });
  return (message) => {
    const text = JSON.stringify(message);
    for (const socket of sockets.clients) socket.send(text);
  };
}

function socketIo(server: HttpServer): Broadcast {
  const io = new SocketIo(server);
  return (message) => io.emit("feed", message);
}

const events = new EventEmitter().setMaxListeners(0);
const t = initTRPC.create();
const stockRouter = t.router({
  live: t.procedure.input(z.object({ lastEventId: z.string().nullish() })).subscription(async function* ({
    signal,
  }) {
    for await (const [message] of on(events, "feed", signal ? { signal } : {})) {
      const { cursor, item } = message as FeedMessage;
      yield tracked(cursor, item);
    }
  }),
});
export type StockRouter = typeof stockRouter;

function stockTrpc(server: HttpServer): Broadcast {
  applyWSSHandler({ wss: new WebSocketServer({ server }), router: stockRouter });
  return (message) => events.emit("feed", message);
}

const kinds = { raw, "socket.io": socketIo, trpc: stockTrpc };
const [kind = "", connection] = process.argv.slice(2);
const start = kinds[z.enum(["raw", "socket.io", "trpc"]).parse(kind)];

const pool = connection === undefined ? null : new Pool(JSON.parse(connection) as object);
pool?.on("error", () => {});
const table = `bench.sent_by_${kind.replace(".", "_")}`;
await pool?.query(
  `create schema if not exists bench; create table if not exists ${table} (id uuid primary key, item jsonb not null)`,
);

let seq = 0;
const server = createServer((request, response) => {
  request.resume();
  const item = newItem();
  const stored = pool?.query({
    name: "store",
    text: `insert into ${table} values ($1, $2)`,
    values: [item.messageId, item],
  });
  Promise.resolve(stored).then(
    () => {
      broadcast({ cursor: cursorOf((seq += 1)), item });
      response.end(item.messageId);
    },
    () => response.writeHead(503).end(),
  );
});
const broadcast = start(server);
server.listen(0, "127.0.0.1");

serveCommands({ port: async () => (server.address() as AddressInfo).port }, async () => {
  server.closeAllConnections();
  await pool?.end();
});
