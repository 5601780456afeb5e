import { setTimeout as pause } from "node:timers/promises";
import { answered, storedOnce, type Scenario } from "./scenario.ts";

export const delay: Scenario = {
  name: "delay",
  summary: "an SMS comes late (2 s, or --delay)",
  story:
    "Makes an SMS and holds it back before it is delivered. It must be stored once, its time must be that of its arrival, and its code must still be good.",
  server: "running",
  async play({ sms, deliver, stored, delayMs, progress }) {
    const delivery = sms();
    progress(`Holding the SMS back for ${delayMs} ms`);
    await pause(delayMs);
    const early = await stored([delivery]);
    const deliveredAt = Date.now();
    const answer = await deliver(delivery);
    const there = await stored([delivery]);
    const [message] = there;
    const afterMs = message ? Date.parse(message.receivedAt) - deliveredAt : NaN;
    return [
      {
        text: "nothing of it is there before it comes",
        held: early.length === 0,
        seen: `${early.length} stored`,
      },
      answered("the delivery is accepted", [answer]),
      storedOnce("the SMS is stored once", [delivery], there),
      {
        text: "its time is that of its arrival",
        // The server's clock may be a little behind ours.
        held: afterMs > -delayMs / 2,
        seen: `${afterMs} ms after its delivery began`,
      },
      {
        text: "it can still be taken",
        held: !["expired", "superseded"].includes(message?.state ?? "expired"),
        seen: message?.state ?? "not there",
      },
    ];
  },
};
