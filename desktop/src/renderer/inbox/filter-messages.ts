import type { InboxMessage } from "../../shared/app-state.ts";

export interface InboxFilter {
  /** Words that must all occur; a part of a word is enough. */
  search: string;
  /** An agent's name, or "" for all. */
  agent: string;
  service: string;
}

export const noFilter: InboxFilter = { search: "", agent: "", service: "" };

/** The messages that a person asked to see, in their order. */
export function filterMessages(messages: readonly InboxMessage[], filter: InboxFilter): InboxMessage[] {
  const words = plain(filter.search).split(/\s+/).filter(Boolean);
  return messages.filter(
    (message) =>
      (filter.agent === "" || message.agentName === filter.agent) &&
      (filter.service === "" || message.service === filter.service) &&
      holdsAll(message, words),
  );
}

/** The names to choose from, each once, sorted; the chosen one stays even when its last message is gone. */
export function choices(names: readonly (string | undefined)[], chosen: string): string[] {
  const all = new Set([...names, chosen].filter((name): name is string => Boolean(name)));
  return [...all].sort((one, other) => one.localeCompare(other));
}

function holdsAll(message: InboxMessage, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { service, domain, code, from, to, agentName, body } = message;
  const text = plain([service, domain, code, from, to, agentName, body].filter(Boolean).join("\n"));
  return words.every((word) => text.includes(word));
}

/** Without case and accents, so that "credit mutuel" finds "Crédit Mutuel". */
function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
