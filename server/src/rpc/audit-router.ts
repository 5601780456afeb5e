import {
  auditExportPage,
  auditPage,
  auditReport,
  exportAuditInput,
  listAuditInput,
  verifyAuditInput,
} from "@agentpass/shared/audit-api";
import { exportAudit } from "../actions/export-audit.ts";
import { listAudit } from "../actions/list-audit.ts";
import { verifyAudit } from "../actions/verify-audit.ts";
import { adminProcedure, router } from "./trpc.ts";

/** The team's append-only record, for admins. */
export const auditRouter = router({
  list: adminProcedure
    .meta({ permission: "admin", summary: "Lists what was done in the team and by whom, newest first." })
    .input(listAuditInput.prefault({}))
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.store, ctx.viewer, input)),
  export: adminProcedure
    .meta({
      permission: "admin",
      summary: "Gives the next lines of the record, oldest first, as JSON Lines or CSV.",
    })
    .input(exportAuditInput)
    .output(auditExportPage)
    .query(({ ctx, input }) => exportAudit(ctx.store, ctx.viewer, input)),
  verify: adminProcedure
    .meta({
      permission: "admin",
      summary: "Checks the next part of the record's chain and, at its end, every head that is known.",
    })
    .input(verifyAuditInput.prefault({}))
    .output(auditReport)
    .query(({ ctx, input }) => verifyAudit(ctx.store, ctx.viewer, input)),
});
