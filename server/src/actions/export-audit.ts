import type { AuditExportPage, AuditItem, exportAuditInput } from "@agentpass/shared/audit-api";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { csvLine } from "../domain/csv.ts";
import { auditRows } from "../store/audit-search.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { auditItems, storedFilter } from "./list-audit.ts";

/** Entries a page: some hundred KiB of text. */
const PAGE = 1_000;

/** The next lines of an export, oldest first. The lines of all pages, one behind the other, are the file. */
export async function exportAudit(
  store: Store,
  viewer: AdminViewer,
  { format, after, ...asked }: z.output<typeof exportAuditInput>,
): Promise<AuditExportPage> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const filter = await storedFilter(trx, asked);
    const rows = await auditRows(trx, { ...filter, after, limit: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const items = await auditItems(trx, page);
    const lines = items.map(format === "csv" ? csvOf : (item) => `${JSON.stringify(item)}\n`);
    const heading = format === "csv" && after === 0 ? csvLine(columns.map(([title]) => title)) : "";
    return {
      text: heading + lines.join(""),
      entries: page.length,
      ...(rows.length > PAGE && last ? { nextAfter: last.seq } : {}),
    };
  });
}

const json = (facts: Record<string, unknown> | undefined): string | undefined =>
  facts === undefined ? undefined : JSON.stringify(facts);

const columns: readonly [string, (item: AuditItem) => string | number | undefined][] = [
  ["seq", ({ seq }) => seq],
  ["at", ({ at }) => at],
  ["action", ({ action }) => action],
  ["actor_kind", ({ actor }) => actor.kind],
  ["actor_name", ({ actor }) => actor.name],
  ["member_id", ({ actor }) => actor.memberId],
  ["member_name", ({ actor }) => actor.memberName],
  ["agent_id", ({ actor }) => actor.agentId],
  ["device_id", ({ actor }) => actor.deviceId],
  ["key_id", ({ actor }) => actor.keyId],
  ["address", ({ actor }) => actor.address],
  ["subject_type", ({ subject }) => subject?.type],
  ["subject_id", ({ subject }) => subject?.id],
  ["subject_name", ({ subject }) => subject?.name],
  ["before", ({ before }) => json(before)],
  ["after", ({ after }) => json(after)],
  ["master_key_id", ({ masterKeyId }) => masterKeyId],
  ["mac", ({ mac }) => mac],
];

const csvOf = (item: AuditItem): string => csvLine(columns.map(([, value]) => value(item)));
