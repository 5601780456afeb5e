import { badSignature } from "./bad-signature.ts";
import { bursts } from "./bursts.ts";
import { delay } from "./delay.ts";
import { duplicates } from "./duplicates.ts";
import { lostReply } from "./lost-reply.ts";
import { reordering } from "./reordering.ts";
import type { Scenario } from "./scenario.ts";
import { withheld } from "./withheld.ts";

/** All of them, as `--list` shows them. */
export const scenarios: readonly Scenario[] = [
  duplicates,
  reordering,
  delay,
  lostReply,
  badSignature,
  withheld,
  bursts,
];
