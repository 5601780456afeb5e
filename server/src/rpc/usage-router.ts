import { usageInput, usageReport } from "@agentpass/shared/usage-api";
import { usage } from "../actions/usage.ts";
import { adminProcedure, router } from "./trpc.ts";

/** What the team used, for admins. */
export const usageRouter = router({
  get: adminProcedure
    .meta({
      permission: "admin",
      summary:
        "Sums numbers, messages, codes, waits, latency and estimated cost by agent, number, member or day.",
    })
    .input(usageInput.prefault({}))
    .output(usageReport)
    .query(({ ctx, input }) => usage(ctx.store, ctx.viewer, input)),
});
