import { maskPhoneNumber } from "@agentpass/shared/phone-number";

const E164_IN_TEXT = /\+\d{7,15}/g;
/** Keys, tokens, signatures and ids: long runs that hold a digit or are longer than any word. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{20,}/g;
/** A run of letters and digits, hyphens within: with a digit it could be a code ("482913", "G-482913", "AB12CD"). */
const RUN = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;

/** Makes text fit for a log: numbers masked, anything that could be a key or a code replaced. */
export function scrub(text: string): string {
  return text
    .slice(0, 500)
    .replace(E164_IN_TEXT, maskPhoneNumber)
    .replace(LONG_RUN, "[redacted]")
    .replace(RUN, (run) => (run.length >= 3 && /\d/.test(run) ? "***" : run));
}
