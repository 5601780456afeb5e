import { createBadCallerLimit } from "../domain/bad-caller-limit.ts";

/** What an address may ask for without a key. Devices that wait for their approval ask every 5 s, several behind one address. */
const CALLS = { burst: 100, perSecond: 5 };

/** Each draws one from the allowance of an address; true while there is some. */
export interface PublicCallLimit {
  /** Any call without a valid key. */
  call: (address: string) => boolean;
  /** A call with a secret that opens nothing, or with malformed input. */
  bad: (address: string) => boolean;
}

/** `now` in epoch milliseconds. */
export function createPublicCallLimit(now: () => number): PublicCallLimit {
  return { call: createBadCallerLimit(now, CALLS), bad: createBadCallerLimit(now) };
}
