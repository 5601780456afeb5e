/**
 * What one would write first: each webhook is one insert of its own. `node plain-server.ts CONNECTION`, where CONNECTION is
 * JSON for node-postgres. `/plain` only inserts; `/ordered` numbers the rows of its number without gaps, as a stream
 * that is resumed by cursor needs it. No signature is checked.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { serveCommands } from "../serve-commands.ts";

/** More did not make it faster. */
const CONNECTIONS = 16;

const [connection = "{}"] = process.argv.slice(2);
const pool = new Pool({ ...(JSON.parse(connection) as object), max: CONNECTIONS });
pool.on("error", () => {});
await pool.query(`
  create schema if not exists bench;
  create table if not exists bench.sms (sid text primary key, recipient text not null, sender text not null, body text not null, stored_at timestamptz not null default now());
  create table if not exists bench.stream (recipient text primary key, head bigint not null);
  create table if not exists bench.ordered_sms (recipient text not null, seq bigint not null, sid text not null unique, sender text not null, body text not null, stored_at timestamptz not null default now(), primary key (recipient, seq))`);

interface Sms {
  sid: string;
  to: string;
  from: string;
  body: string;
}

async function readSms(request: IncomingMessage): Promise<Sms> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const field = (name: string): string => form.get(name) ?? "";
  return { sid: field("MessageSid"), to: field("To"), from: field("From"), body: field("Body") };
}

async function storePlain({ sid, to, from, body }: Sms): Promise<void> {
  await pool.query({
    name: "plain",
    text: "insert into bench.sms (sid, recipient, sender, body) values ($1, $2, $3, $4) on conflict do nothing",
    values: [sid, to, from, body],
  });
}

async function storeOrdered({ sid, to, from, body }: Sms): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ head: string }>({
      name: "count",
      text: "insert into bench.stream values ($1, 1) on conflict (recipient) do update set head = stream.head + 1 returning head",
      values: [to],
    });
    await client.query({
      name: "ordered",
      text: "insert into bench.ordered_sms (recipient, seq, sid, sender, body) values ($1, $2, $3, $4, $5)",
      values: [to, rows[0]?.head, sid, from, body],
    });
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const store = request.url === "/ordered" ? storeOrdered : storePlain;
  readSms(request)
    .then(store)
    .then(
      () => response.end("<Response/>"),
      () => response.writeHead(503).end(),
    );
});
server.listen(0, "127.0.0.1");

serveCommands({ port: async () => (server.address() as AddressInfo).port }, async () => {
  server.closeAllConnections();
  await pool.end();
});
