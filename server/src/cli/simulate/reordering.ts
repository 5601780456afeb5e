import { answered, idOf, storedOnce, type Scenario } from "./scenario.ts";

export const reordering: Scenario = {
  name: "reordering",
  summary: "three SMS come in another order than they were sent, and late repeats come after them",
  story:
    "Delivers the third of three SMS first, then the first and the second, and then repeats of all three. They must be listed as they first came, each once: a late repeat must not become the newest.",
  server: "running",
  async play({ sms, deliver, stored }) {
    const sent = [sms(), sms(), sms()] as const;
    const [first, second, third] = sent;
    const order = [third, first, second];
    const answers = [];
    for (const delivery of [...order, ...sent]) answers.push(await deliver(delivery));
    const there = await stored(sent);
    const places = there.map(({ id }) => sent.findIndex((delivery) => idOf(delivery) === id) + 1);
    return [
      answered("each delivery is accepted", answers),
      storedOnce("each SMS is stored once", sent, there),
      {
        text: "they stand in the order in which they first came",
        held: places.toReversed().join() === "3,1,2",
        seen: places.toReversed().join(", "),
      },
    ];
  },
};
