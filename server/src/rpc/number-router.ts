import { listNumbers } from "../actions/list-numbers.ts";
import { adminProcedure, router } from "./trpc.ts";

/** The team's pool, for admins. */
export const numberRouter = router({
  list: adminProcedure.query(({ ctx }) => listNumbers(ctx.store, ctx.viewer)),
});
