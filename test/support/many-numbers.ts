import { apiClient } from "./api-client.ts";
import { RunningServer } from "./running-server.ts";

/** Enough for every test of a file to have numbers that nobody held before: what comes to a recycled one at once is nobody's. */
export const manyNumbers: readonly string[] = Array.from(
  { length: 80 },
  (_, index) => `+1415555${1_000 + index}`,
);

/** A server whose numbers count as real ones, though nobody owns them, and that buys none. */
export async function serverWithManyNumbers(): Promise<RunningServer> {
  const sender = { accountSid: `AC${"0".repeat(32)}`, authToken: "0".repeat(32) };
  const env = {
    TWILIO_ACCOUNT_SID: sender.accountSid,
    TWILIO_AUTH_TOKEN: sender.authToken,
    TWILIO_PHONE_NUMBERS: manyNumbers.join(","),
  };
  const server = await RunningServer.start({ env, sender });
  const change = { quarantineMs: 0, autoProvision: false };
  await apiClient(server.url, server.ownerKey).settings.set.mutate({ change });
  return server;
}
