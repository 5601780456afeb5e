/** What a server tells anybody of itself: the contract of the API. */
import { z } from "zod";
import { numberMode } from "./agent-api.ts";

export const serverHello = z.object({
  version: z.string(),
  /** The server's clock, by which a client can see that its own is wrong. Epoch milliseconds. */
  now: z.number(),
  mode: numberMode,
});
export type ServerHello = z.infer<typeof serverHello>;
