/**
 * How long known clients let one tool call run, in milliseconds, by the name they give in clientInfo. Where a client's
 * versions differ, the least that is still about: a call that ends early costs one more, one that ends late an error.
 */
const limits: readonly (readonly [name: RegExp, limitMs: number])[] = [
  // 60 s in older versions, 240 s now: github.com/anthropics/claude-code/issues/22542 and 65643.
  [/^claude-ai$/i, 60_000],
  // No limit on the command line; 60 s in the desktop app: github.com/anthropics/claude-code/issues/63379.
  [/^claude-code/i, 60_000],
  // tool_timeout_sec; 60 s and 120 s before June 2026: github.com/openai/codex/pull/28234.
  [/^codex/i, 300_000],
  // DEFAULT_EXTENSION_TIMEOUT in crates/goose/src/config.
  [/^goose/i, 300_000],
  // context_server_timeout: github.com/zed-industries/zed/pull/45378.
  [/^zed$/i, 60_000],
  // None of its own, but what takes 5 minutes is lost: github.com/microsoft/vscode/issues/261734 and 274094.
  [/^visual studio code/i, 240_000],
  // 30 s was seen; the command line has 60 s: github.com/github/copilot-cli/issues/1535.
  [/copilot/i, 30_000],
  // The TypeScript SDK's default.
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
