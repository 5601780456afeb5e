import type { auditFilter, AuditItem, AuditPage, listAuditInput } from "@agentpass/shared/audit-api";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import type { ChainLink } from "../domain/audit-chain.ts";
import { readEntry, type AuditEntry } from "../domain/audit-entry.ts";
import { auditRows, namesOf, peopleAndAgents, type AuditFilter } from "../store/audit-search.ts";
import type { Store } from "../store/store.ts";
import { timestamp } from "../store/timestamp.ts";
import { withTeam, type Trx } from "../store/with-team.ts";

/** The team's record, newest first. A page's `nextBefore` asks for the next. */
export async function listAudit(
  store: Store,
  viewer: AdminViewer,
  { limit, before, ...asked }: z.output<typeof listAuditInput>,
): Promise<AuditPage> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const filter = await storedFilter(trx, asked);
    const rows = await auditRows(trx, { ...filter, before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      entries: await auditItems(trx, page),
      ...(rows.length > limit && last ? { nextBefore: last.seq } : {}),
    };
  });
}

/** What was asked for, as the store looks for it: names become ids where somebody has them. */
export async function storedFilter(
  trx: Trx,
  { who, action, subject, from, to }: z.output<typeof auditFilter>,
): Promise<AuditFilter> {
  const ids = who === undefined ? [] : await peopleAndAgents(trx, who);
  return {
    action,
    subject,
    who: who === undefined ? undefined : ids.length > 0 ? { ids } : { text: who },
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}

/** Entries for people: with the names that members, agents and devices have today. */
export async function auditItems(trx: Trx, links: readonly ChainLink[]): Promise<AuditItem[]> {
  const entries = links.map((link) => ({ link, entry: readEntry(link.entry) ?? unreadable(link) }));
  const names = await namesOf(trx, [...new Set(entries.flatMap(({ entry }) => idsIn(entry)))]);
  return entries.map(({ link, entry }) => itemOf(link, entry, names));
}

/** What is left of an entry whose text was destroyed: one such row may not hide all others. */
const unreadable = ({ seq, at, action, entry }: ChainLink): AuditEntry => ({
  seq,
  at: timestamp(at),
  action,
  actor: { kind: "system", name: "unreadable entry; see: agentpass audit verify" },
  after: { entry },
});

function itemOf(link: ChainLink, entry: AuditEntry, names: ReadonlyMap<string, string>): AuditItem {
  const { actor, subject } = entry;
  const name = actor.name ?? names.get(actor.agentId ?? actor.deviceId ?? actor.memberId ?? "");
  const memberName = names.get(actor.memberId ?? "");
  const subjectName = names.get(subject?.id ?? "");
  return {
    ...entry,
    actor: {
      ...actor,
      ...(name === undefined ? {} : { name }),
      ...(memberName === undefined ? {} : { memberName }),
    },
    ...(subject && subjectName !== undefined ? { subject: { ...subject, name: subjectName } } : {}),
    masterKeyId: link.masterKeyId,
    mac: link.mac.toString("hex"),
  };
}

const NAMED = new Set(["member", "agent", "device"]);

function idsIn({ actor, subject }: AuditEntry): string[] {
  const ids = [actor.memberId, actor.agentId, actor.deviceId];
  if (subject && NAMED.has(subject.type)) ids.push(subject.id);
  return ids.filter((id) => id !== undefined);
}
