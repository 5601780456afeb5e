import { answered, storedOnce, type Scenario } from "./scenario.ts";

export const duplicates: Scenario = {
  name: "duplicates",
  summary: "one SMS is delivered ten times, five of them at once",
  story:
    "Delivers one SMS five times at once, and then five times more. Each delivery must be accepted, and the SMS must be there once.",
  server: "running",
  async play({ sms, deliver, stored }) {
    const delivery = sms();
    const answers = await Promise.all(Array.from({ length: 5 }, () => deliver(delivery)));
    for (let repeat = 0; repeat < 5; repeat++) answers.push(await deliver(delivery));
    return [
      answered("each delivery is accepted", answers),
      storedOnce("the SMS is stored once", [delivery], await stored([delivery])),
    ];
  },
};
