/** What somebody with the database's superuser could do to a team's record, for tests of what finds it. */
import { Client } from "pg";
import type { AuditReport } from "@agentpass/shared/audit-api";
import { verifyAudit } from "../../server/src/actions/verify-audit.ts";
import type { TestStore } from "./test-store.ts";

/** Runs statements as the superuser, past every grant and policy. */
export async function tamper(t: TestStore, ...statements: readonly string[]): Promise<void> {
  const client = new Client(t.database.connection);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The whole walk; `heads` were noted earlier. */
export async function verifyAll(
  t: Pick<TestStore, "store" | "admin">,
  heads: readonly { seq: number; mac: string }[] = [],
): Promise<AuditReport> {
  let checked = 0;
  for (let after = 0; ;) {
    const report = await verifyAudit(t.store, t.admin, { after, heads: [...heads] });
    checked += report.checked;
    if (report.done || report.fault !== null) return { ...report, checked };
    after = report.last;
  }
}
