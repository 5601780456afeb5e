/**
 * The least that could bring an SMS to a client durably, as a program: POST, one fsynced insert, one WebSocket frame.
 * `node floor-server.ts FOLDER`. Paths: `/stored` inserts and pushes, `/raw` only pushes, `/poll` inserts for those who
 * ask `GET /messages?after=ID`, which is the known design that polls.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { WebSocketServer } from "ws";
import { openDataFolder } from "../../../server/src/config/data-folder.ts";
import { startEmbeddedPostgres } from "../../../server/src/store/embedded-postgres.ts";

const [folder = ""] = process.argv.slice(2);
await openDataFolder(folder);
const postgres = await startEmbeddedPostgres({ dataFolder: folder });
const pool = new Pool({ ...postgres.connection, password: postgres.connection.password.reveal() });
await pool.query(
  "create table if not exists sms (id bigint generated always as identity primary key, body text not null)",
);

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

const sockets = new WebSocketServer({ noServer: true });
const server = createServer((request, response) => {
  void (async () => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET") {
      const { rows } = await pool.query("select id, body from sms where id > $1 order by id", [
        url.searchParams.get("after") ?? "0",
      ]);
      response.end(JSON.stringify(rows));
      return;
    }
    const body = new URLSearchParams(await textOf(request)).get("Body") ?? "";
    if (url.pathname !== "/raw") await pool.query("insert into sms (body) values ($1)", [body]);
    if (url.pathname !== "/poll") for (const socket of sockets.clients) socket.send(body);
    response.end("<Response/>");
  })();
});
server.on("upgrade", (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request)),
);
server.listen(0, "127.0.0.1", () =>
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })),
);
process.stdin.resume().once("end", () => {
  sockets.close();
  server.close();
  server.closeAllConnections();
  for (const socket of sockets.clients) socket.terminate();
  void pool.end().then(() => postgres.stop());
});
