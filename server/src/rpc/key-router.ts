import {
  confirmedKeys,
  confirmKeysInput,
  createKeyInput,
  listKeysInput,
  newKeyOutput,
  revokedKey,
  revokeKeyInput,
  rotatedKey,
  rotateKeyInput,
  teamKey,
} from "@agentpass/shared/key-api";
import { z } from "zod";
import { confirmKeys } from "../actions/confirm-keys.ts";
import { createKey } from "../actions/create-key.ts";
import { listKeys, revokeKey } from "../actions/keys.ts";
import { rotateKey } from "../actions/rotate-key.ts";
import { personProcedure, router } from "./trpc.ts";

/** A person's own keys and its agents'; an admin's whole team. */
export const keyRouter = router({
  create: personProcedure
    .meta({ permission: "person", summary: "Makes an agent's or an admin's key, which is shown this once." })
    .input(createKeyInput)
    .output(newKeyOutput)
    .mutation(({ ctx, input }) => createKey(ctx.store, ctx.viewer, input)),
  list: personProcedure
    .meta({
      permission: "person",
      summary: "Lists keys with their holders and last use, oldest first; never the keys themselves.",
    })
    .input(listKeysInput.prefault({}))
    .output(z.array(teamKey))
    .query(({ ctx, input }) => listKeys(ctx.store, ctx.viewer, input)),
  rotate: personProcedure
    .meta({
      permission: "person",
      summary: "Makes a new key for the same holder; the old one holds for an overlap, by default 24 h.",
    })
    .input(rotateKeyInput)
    .output(rotatedKey)
    .mutation(({ ctx, input }) => rotateKey(ctx.store, ctx.viewer, input)),
  confirm: personProcedure
    .meta({
      permission: "person",
      summary: "Lets keys work again that a restore from a backup has suspended; only owners may.",
    })
    .input(confirmKeysInput)
    .output(confirmedKeys)
    .mutation(({ ctx, input }) => confirmKeys(ctx.store, ctx.viewer, input)),
  revoke: personProcedure
    .meta({
      permission: "person",
      summary: "Ends a key at once, named by its id or prefix: no call and no event after this.",
    })
    .input(revokeKeyInput)
    .output(revokedKey)
    .mutation(({ ctx, input }) => revokeKey(ctx.store, ctx.viewer, input)),
});
