/** What people read of clients in a terminal. */
import type {
  ClientView,
  ConnectOutcome,
  ConnectPreview,
  VerifyOutcome,
} from "../shared/client-connections.ts";

const states: Record<ClientView["state"], string> = {
  absent: "not found",
  not_connected: "not connected",
  connected: "connected",
  changed: "starts another AgentPass, or is off; connect again",
  unreadable: "cannot be read",
};

const sentences: Record<ClientView["state"], string> = {
  absent: "is not connected",
  not_connected: "is not connected",
  connected: "is connected",
  changed: "starts another AgentPass, or has it switched off",
  unreadable: "has a file that cannot be read",
};

/** A line a client, and below it what is wrong with its file. */
export function clientsText(views: readonly ClientView[]): string {
  const width = Math.max(...views.map(({ id }) => id.length));
  return views
    .flatMap(({ id, state, configFile, problem }) => [
      `${id.padEnd(width)}  ${states[state]}  (${configFile})`,
      ...(problem === null ? [] : [`${" ".repeat(width)}  ${problem.message}`]),
    ])
    .join("\n");
}

export function connectText({ client, backup, next }: ConnectOutcome): string {
  const kept = backup === null ? [] : [`A copy of the file as it was: ${backup}`];
  return [stateText(client), ...kept, next].join("\n");
}

/** Where a client stands now, which another program may have had a hand in. */
export function stateText({ name, state, configFile, problem }: ClientView): string {
  const line = `${name} ${sentences[state]} (${configFile}).`;
  return problem === null ? line : `${line} ${problem.message}`;
}

export function previewText({ client, line, lines }: ConnectPreview): string {
  if (lines.length === 0) return `${client.configFile} has it already; nothing would change.`;
  return [`${client.configFile}, line ${line}:`, ...lines.map((text) => `+ ${text}`)].join("\n");
}

export function verifyText({ client, checks }: VerifyOutcome): string {
  return [
    `${client.name}:`,
    ...checks.map(({ name, ok, detail }) => `  ${ok ? "ok     " : "problem"}  ${name}: ${detail}`),
  ].join("\n");
}
