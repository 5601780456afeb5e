import { expect } from "vitest";
import type { Run } from "./page.ts";

/** All is well but this: no test has an address that Twilio could reach, and doctor says so. */
export const doctor: Run = { exitCode: 1, says: /^problem +public-address[^]*^1 problem\.$/m };

/** The same, and it makes a number point at the server again. */
export const doctorFix: Run = {
  ...doctor,
  given: ({ twilioAccount: { state } }) => {
    for (const number of state.numbers) number.smsUrl = "";
  },
  after: async ({ twilioAccount: { state }, url }) =>
    expect(state.numbers[0]?.smsUrl).toBe(`${url}/webhook/sms-received`),
};
