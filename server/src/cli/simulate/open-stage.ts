import { fail } from "@agentpass/shared/problem";
import { readEnvironment } from "../../config/read-environment.ts";
import type { ServerClient } from "../server-client.ts";
import { deliverToServer, mockSender } from "./mock-sender.ts";
import { idOf, type Stage, type StoredSms, type Wishes } from "./scenario.ts";

/** More than a scenario sends, so that a list which does not end is noticed. */
const MOST_PAGES = 20;

/** A stage on the running server; `to`: the number, where the person named one. */
export async function openStage(
  server: ServerClient,
  to: string | undefined,
  { from, nextBody, delayMs, progress }: Wishes,
): Promise<Stage> {
  const newSms = await mockSender(readEnvironment());
  const phoneNumber = to ?? (await freeNumber(server));
  return {
    sms: () => newSms({ to: phoneNumber, from, body: nextBody() }),
    deliver: deliverToServer,
    stored: async (deliveries) => {
      const ids = new Set(deliveries.map(idOf));
      const found: StoredSms[] = [];
      let before: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const asked = { phoneNumber, limit: 50, ...(before === undefined ? {} : { before }) };
        const { messages, nextBefore } = await server.message.list.query(asked);
        const ours = messages.filter(({ id }) => ids.has(id));
        found.push(...ours);
        // Behind a page without any of them there are none of ours, which came at one time.
        const complete = new Set(found.map(({ id }) => id)).size === ids.size && ours.length === 0;
        if (nextBefore === undefined || complete) break;
        before = nextBefore;
      }
      return found;
    },
    delayMs,
    // As long as Twilio waits for the answer.
    longestStoreMs: 15_000,
    progress,
  };
}

/** A number that no agent waits on, so that no agent takes a scenario's code for its own; the first where all are held. */
async function freeNumber(server: ServerClient): Promise<string> {
  const { numbers } = await server.number.list.query({ provider: "mock", limit: 200 });
  const number = numbers.find(({ state }) => state === "available") ?? numbers[0];
  return (
    number?.phoneNumber ??
    fail("not_found", "The server has no simulated number; add one, or name one with --to.")
  );
}
