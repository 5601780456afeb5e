/** What doctor looks at, by the names that `--accept` takes. */
export const checks = [
  "configuration",
  "mode",
  "server",
  "data-folder",
  "database",
  "nats",
  "twilio-account",
  "public-address",
  "webhook",
  "numbers",
  "arrivals",
  "pool",
  "redaction",
  "https",
  "node-env",
  "master-key",
  "backups",
  "webhook-secret",
  "alerts",
  "file-modes",
  "disk-space",
  "budget",
  "retention",
  "clock",
  "audit",
] as const;
export type Check = (typeof checks)[number];

/** One line of the report. */
export interface Finding {
  check: Check;
  /** `accepted`: a problem that whoever asked has seen to. `skipped`: it cannot be told here, or does not matter. */
  status: "ok" | "problem" | "skipped" | "accepted";
  message: string;
  /** What to do; of problems only. */
  mend?: string;
}

export const ok = (check: Check, message: string): Finding => ({ check, status: "ok", message });
export const skipped = (check: Check, message: string): Finding => ({ check, status: "skipped", message });
export const problem = (check: Check, message: string, mend: string): Finding => ({
  check,
  status: "problem",
  message,
  mend,
});

/** A failure's own words: those of a problem hold their mend. */
export function failed(check: Check, what: string, error: unknown): Finding {
  const message = error instanceof Error && error.message !== "" ? error.message : String(error);
  return problem(check, `${what}: ${message}`, "See the message; then run this again.");
}
