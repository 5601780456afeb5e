import { endedLease, endLeaseInput, leasePage, listLeasesInput } from "@agentpass/shared/number-api";
import { endLeaseByAdmin } from "../actions/end-lease-by-admin.ts";
import { listLeases } from "../actions/list-leases.ts";
import { adminProcedure, personProcedure, router } from "./trpc.ts";

/** Who holds which number: an admin's whole team, a member's own agents. */
export const leaseRouter = router({
  list: personProcedure
    .meta({ permission: "person", summary: "Lists live or ended leases, newest first." })
    .input(listLeasesInput)
    .output(leasePage)
    .query(({ ctx, input }) => listLeases(ctx.store, ctx.viewer, input)),
  end: adminProcedure
    .meta({ permission: "admin", summary: "Takes a number away from the agent that holds it." })
    .input(endLeaseInput)
    .output(endedLease)
    .mutation(({ ctx, input }) => endLeaseByAdmin(ctx.store, ctx.viewer, input)),
});
