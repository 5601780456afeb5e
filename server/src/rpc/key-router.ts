import { storableText } from "@agentpass/shared/storable-text";
import { z } from "zod";
import { createKey, listKeys, revokeKey } from "../actions/keys.ts";
import { adminProcedure, router } from "./trpc.ts";

const createInput = z.strictObject({
  kind: z.enum(["admin", "agent"]),
  name: storableText.trim().min(1, "must not be empty").max(100),
});

/** Keys of the team, for admins. */
export const keyRouter = router({
  create: adminProcedure
    .input(createInput)
    .mutation(({ ctx, input }) => createKey(ctx.store, ctx.viewer, input)),
  list: adminProcedure.query(({ ctx }) => listKeys(ctx.store, ctx.viewer)),
  /** By id or prefix. */
  revoke: adminProcedure
    .input(z.strictObject({ id: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => revokeKey(ctx.store, ctx.viewer, input)),
});
