import { answered, storedOnce, type Scenario } from "./scenario.ts";

export const badSignature: Scenario = {
  name: "bad-signature",
  summary: "somebody who does not have the token delivers an SMS",
  story:
    "Delivers an SMS with a wrong signature, and then the same one with the right signature. The first must be refused and leave nothing behind, not even its id: the second must be stored.",
  server: "running",
  async play({ sms, deliver, stored }) {
    const delivery = sms();
    const forged = await deliver({ ...delivery, badSignature: true });
    const left = await stored([delivery]);
    const genuine = await deliver(delivery);
    return [
      answered("the wrong signature is refused with 403", [forged], 403),
      { text: "nothing of it is stored", held: left.length === 0, seen: `${left.length} stored` },
      answered("the right signature is accepted", [genuine]),
      storedOnce("the genuine SMS is stored once", [delivery], await stored([delivery])),
    ];
  },
};
