/**
 * How long known clients let one tool call run, in milliseconds, by the name they give in clientInfo. Lower bounds
 * where a client's own versions differ (Claude Desktop 60-240 s, Copilot 30-60 s).
 */
const limits: readonly (readonly [name: RegExp, limitMs: number])[] = [
  [/^claude-ai$/i, 60_000],
  // Moves calls of over two minutes to the background.
  [/^claude-code/i, 120_000],
  [/^codex/i, 300_000],
  [/^goose/i, 300_000],
  [/^zed$/i, 60_000],
  [/copilot/i, 30_000],
  [/^cursor/i, 60_000],
  [/^(mcp-)?inspector/i, 60_000],
];

/** The answer's own way, and a server that has to be found again. */
const MARGIN_MS = 8_000;
const LEAST_MS = 10_000;
const UNKNOWN_CLIENT_MS = 45_000;

/** Milliseconds after a call's arrival at which it must be answered. */
export function callCapMs(clientName: string | undefined): number {
  const known = limits.find(([name]) => name.test(clientName ?? ""));
  if (!known) return UNKNOWN_CLIENT_MS;
  return Math.max(LEAST_MS, known[1] - MARGIN_MS);
}
