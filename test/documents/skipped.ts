/** The only reasons for which a command of a document is not run. */
export type SkipReason =
  | "live Twilio account"
  | "another operating system"
  | "a click in someone else's program";

/** By the command's text as the document has it. An entry that no document has fails the test. */
export const skipped: Readonly<Record<string, SkipReason>> = {
  "goose configure": "a click in someone else's program",
};
