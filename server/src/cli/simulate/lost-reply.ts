import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { signedRequest, type Delivery } from "../signed-sms.ts";
import { answered, storedOnce, type Scenario } from "./scenario.ts";

export const lostReply: Scenario = {
  name: "lost-reply",
  summary: "the server stores an SMS, its sender never sees the answer, and delivers it again",
  story:
    "Delivers an SMS and reads no answer; the connection is destroyed as soon as the SMS is stored. Then it is delivered again, as by a sender who cannot know. The repeat must be accepted, and the SMS must be there once.",
  server: "running",
  async play({ sms, deliver, stored, longestStoreMs }) {
    const delivery = sms();
    const sending = sendUnheard(delivery);
    const deadline = performance.now() + longestStoreMs;
    let first = await stored([delivery]);
    while (first.length === 0 && performance.now() < deadline) {
      await pause(50);
      first = await stored([delivery]);
    }
    sending.cut();
    const again = await deliver(delivery);
    return [
      storedOnce("the SMS is stored although nobody heard the answer", [delivery], first),
      answered("the second delivery is accepted", [again]),
      storedOnce("the SMS is still there once", [delivery], await stored([delivery])),
    ];
  },
};

/** Sends the request and takes nothing of the answer. */
function sendUnheard(delivery: Delivery): { cut: () => void } {
  const { headers, body } = signedRequest(delivery);
  const sending = request(delivery.url, { method: "POST", headers, agent: false });
  // Left unread until the connection is cut; what goes wrong with it shows in what is stored.
  sending.on("response", () => {}).on("error", () => {});
  sending.end(body);
  return { cut: () => sending.destroy() };
}
