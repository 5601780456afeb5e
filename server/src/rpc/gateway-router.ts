import {
  addGatewayInput,
  gateway,
  newGateway,
  removedGateway,
  removeGatewayInput,
  rotateGatewaySecretInput,
  testedGateway,
  testGatewayInput,
} from "@agentpass/shared/gateway-api";
import { z } from "zod";
import { addGateway, listGateways, rotateGatewaySecret } from "../actions/gateways.ts";
import { removeGateway } from "../actions/remove-gateway.ts";
import { testGateway } from "../actions/test-gateway.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, router } from "./trpc.ts";

const admin = (summary: string) => adminProcedure.meta({ permission: "admin", summary });

/** The phones with SIM cards that post to this server, for admins. */
export const gatewayRouter = router({
  add: admin("Adds an SMS gateway; its secret is shown this once, with what to set up on the phone.")
    .input(addGatewayInput)
    .output(newGateway)
    .mutation(({ ctx, input }) =>
      addGateway(ctx.store, ctx.viewer, { ...input, publicUrl: ctx.feed.publicUrl() }),
    ),
  list: admin("Lists the gateways with their numbers; never their secrets.")
    .input(noInput)
    .output(z.array(gateway))
    .query(({ ctx }) => listGateways(ctx.store, ctx.viewer, { publicUrl: ctx.feed.publicUrl() })),
  rotateSecret: admin("Gives a gateway a new secret; the old one holds for an overlap, by default 24 h.")
    .input(rotateGatewaySecretInput)
    .output(newGateway)
    .mutation(({ ctx, input }) =>
      rotateGatewaySecret(ctx.store, ctx.viewer, { ...input, publicUrl: ctx.feed.publicUrl() }),
    ),
  remove: admin("Removes a gateway and retires its numbers; leases of them end.")
    .input(removeGatewayInput)
    .output(removedGateway)
    .mutation(({ ctx, input }) => removeGateway(ctx.store, ctx.viewer, input)),
  test: admin("Sends a signed, simulated delivery in the gateway's shape through the public address.")
    .input(testGatewayInput)
    .output(testedGateway)
    .mutation(({ ctx, input }) =>
      testGateway(ctx.store, ctx.viewer, {
        ...input,
        publicUrl: ctx.feed.publicUrl(),
        post: ctx.feed.postToWebhook,
      }),
    ),
});
