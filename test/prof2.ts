import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { readFileSync } from "node:fs";
import { RunningServer, randomCode } from "./support/running-server.ts";
await using server = await RunningServer.start();
const client = new Client({ name: "bench", version: "1" });
await client.connect(
  new StdioClientTransport({
    command: process.execPath,
    args: ["/work/main/desktop/bin/agentpass-mcp.js"],
    env: server.environment,
    stderr: "inherit",
  }),
);
const n = ((await client.callTool({ name: "get_phone_number", arguments: {} })).structuredContent as any)
  .phone_number;
const key = readFileSync(server.dataFolder + "/owner-key", "utf8").trim();
const rows: number[][] = [];
const now = () => performance.timeOrigin + performance.now();
for (let i = 0; i < 150; i++) {
  const w = client.callTool({ name: "wait_for_sms", arguments: { phone_number: n, timeout: 20000 } });
  await new Promise((r) => setTimeout(r, 50));
  const s = server.prepareSms(n, `Your code is ${randomCode()}`);
  const t0 = now();
  const [r, t1] = await Promise.all([w.then(() => now()), s.send().then(() => now())]);
  const rec = (await (
    await fetch(
      server.url + "/trpc/message.receipt?input=" + encodeURIComponent(JSON.stringify({ id: s.id })),
      { headers: { authorization: "Bearer " + key } },
    )
  ).json()) as any;
  const d = rec.result.data;
  if (i > 30)
    rows.push([
      d.receivedAt - t0,
      d.storedAt - d.receivedAt,
      d.matchedAt - d.storedAt,
      d.pushedAt - d.matchedAt,
      r - d.pushedAt,
      t1 - t0,
      r - t0,
    ]);
}
const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!;
[
  "post->received",
  "received->lock",
  "lock->matched",
  "matched->pushed",
  "pushed->answered",
  "POST total",
  "total",
].forEach((l, i) => console.log(l.padEnd(20), med(rows.map((r) => r[i]!)).toFixed(2)));
await client.close();
