import type { AuditItem, AuditReport } from "@agentpass/shared/audit-api";

/** Who did it: `Ada (from 127.0.0.1)`, `the server (sweep)`. */
export function actorWords({ actor }: AuditItem): string {
  const { kind, name, memberName, address } = actor;
  const from = address === undefined ? "" : ` from ${address}`;
  switch (kind) {
    case "system":
      return `the server (${name ?? "itself"})`;
    case "provider":
      return name ?? "a provider";
    case "agent":
      return `agent ${name ?? "unknown"}${from}`;
    case "device":
      return `${memberName ?? "somebody"} on ${name ?? "a device"}${from}`;
    case "admin":
      return `${name ?? memberName ?? "an admin's key"}${from}`;
  }
}

/** What was done, as a sentence's end: `number.quarantine_lifted` is "number: quarantine lifted". */
export function actionWords(action: string): string {
  const [subject = action, verb] = action.split(".");
  const words = (text: string): string => text.replaceAll("_", " ");
  return verb === undefined ? words(subject) : `${words(subject)}: ${words(verb)}`;
}

/** What changed: `state: available → suspended`. What is the same on both sides is left out. */
export function changeWords({ before = {}, after = {} }: AuditItem): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const was = factText(before[name]);
    const is = factText(after[name]);
    if (was === is) return [];
    const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (was === null) return [`${words}: ${is}`];
    return [`${words}: ${was} → ${is ?? "none"}`];
  });
}

function factText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? shortId(value) : JSON.stringify(value);
}

/** An id by its end, which is the random part of ours; anything else as it is. */
export function shortId(text: string): string {
  return /^(SM|MM)?[0-9a-f-]{32,36}$/.test(text) ? `…${text.slice(-8)}` : text;
}

/** What a walk over the record's chain found. */
export function verdictWords({ fault, checked, head, knownHeads }: AuditReport): string {
  if (fault !== null)
    return `The record is not what the server wrote. Entry ${fault.seq}: ${fault.fault}. Keep a copy of the database as it is, and look who could write to it.`;
  return `The record is whole: ${checked} entries, up to the head ${head}; earlier heads that agree: ${knownHeads}.`;
}
