import { answered, storedOnce, type Scenario } from "./scenario.ts";

const BURSTS = 3;
const SMS_EACH = 40;

export const bursts: Scenario = {
  name: "bursts",
  summary: `${BURSTS} bursts of ${SMS_EACH} SMS at once`,
  story: `Delivers ${BURSTS} times ${SMS_EACH} SMS at the same moment to one number. All must be accepted, and each must be there once.`,
  server: "running",
  async play({ sms, deliver, stored, progress }) {
    const sent = [];
    const answers = [];
    for (let burst = 1; burst <= BURSTS; burst++) {
      progress(`Burst ${burst} of ${BURSTS}`);
      const deliveries = Array.from({ length: SMS_EACH }, sms);
      sent.push(...deliveries);
      answers.push(...(await Promise.all(deliveries.map(deliver))));
    }
    return [
      answered("each delivery is accepted", answers),
      storedOnce("each SMS is stored once", sent, await stored(sent)),
    ];
  },
};
