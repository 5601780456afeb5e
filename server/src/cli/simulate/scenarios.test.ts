/** Each scenario against a webhook that does what must be done, and against one that does not. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { deliver, newMessageSid, smsForm, twilioSignature } from "../signed-sms.ts";
import type { Claim, StoredSms } from "./scenario.ts";
import { scenarios } from "./scenarios.ts";

/** What the webhook leaves out. */
type Lack = "receipts" | "signature check" | "commit" | "capacity" | "old ids" | "own time";

const sender = { accountSid: `AC${"0".repeat(32)}`, authToken: new Secret("token"), webhookSecret: null };

test.each<[string, Lack]>([
  ["duplicates", "receipts"],
  ["reordering", "receipts"],
  ["delay", "own time"],
  ["lost-reply", "receipts"],
  ["lost-reply", "commit"],
  ["bad-signature", "signature check"],
  ["bad-signature", "old ids"],
  ["bursts", "capacity"],
  ["bursts", "commit"],
])("%s holds on a webhook that is well, and fails on one without %s", async (name, lack) => {
  expect((await play(name, null)).filter(({ held }) => !held)).toEqual([]);
  expect((await play(name, lack)).filter(({ held }) => !held)).not.toEqual([]);
});

async function play(name: string, lack: Lack | null): Promise<Claim[]> {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario?.server !== "running") throw new Error(`no scenario ${name}`);
  const made = Date.now() - 60_000;
  const seen = new Set<string>();
  const stored: StoredSms[] = [];
  let url = "";
  const receive = (body: string, signature: string | undefined): number => {
    const form = Object.fromEntries(new URLSearchParams(body));
    const id = form["MessageSid"] ?? "";
    const genuine = signature === twilioSignature(url, form, sender.authToken);
    const refused = !genuine && lack !== "signature check";
    const full = seen.size >= 100 && lack === "capacity";
    const isNew = lack === "receipts" || !seen.has(id);
    if (!refused && !full && isNew && lack !== "commit")
      stored.unshift({
        id,
        receivedAt: new Date(lack === "own time" ? made : Date.now()).toISOString(),
        state: "available",
      });
    if (genuine || lack === "old ids") seen.add(id);
    if (refused) return 403;
    return full ? 503 : 200;
  };
  const webhook = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => {
      const signature = request.headers["x-twilio-signature"];
      response.writeHead(receive(body, typeof signature === "string" ? signature : undefined)).end();
    });
  }).listen(0, "127.0.0.1");
  await once(webhook, "listening");
  url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`;
  const sms = { from: "+12025550143", to: "+15551234567", body: "Your code is 482913" };
  try {
    return await scenario.play({
      sms: () => {
        const form = smsForm(sms, { accountSid: sender.accountSid, messageSid: newMessageSid() });
        return { url, signedUrl: url, form, sender };
      },
      deliver,
      stored: async () => [...stored],
      delayMs: 20,
      longestStoreMs: 500,
      progress: () => {},
    });
  } finally {
    webhook.close();
    webhook.closeAllConnections();
  }
}
