import {
  approvedPairing,
  approvePairingInput,
  pairingRequest,
  polledPairing,
  pollPairingInput,
  startedPairing,
  startPairingInput,
  userCodeInput,
} from "@agentpass/shared/device-api";
import { approvePairing, denyPairing, lookAtPairing } from "../actions/answer-pairing.ts";
import { pollPairing } from "../actions/poll-pairing.ts";
import { startPairing } from "../actions/start-pairing.ts";
import { personProcedure, publicProcedure, router } from "./trpc.ts";

/** A device is let in by a code that a person types elsewhere: RFC 8628 in shape. */
export const pairingRouter = router({
  start: publicProcedure
    .meta({
      permission: "anyone",
      summary:
        "Asks for a device to be let in: gives a code to show and one of its own to ask by, for 10 minutes.",
    })
    .input(startPairingInput)
    .output(startedPairing)
    .mutation(({ ctx, input }) =>
      startPairing(ctx.store, input, {
        address: ctx.address?.replace(/^::ffff:/, "") ?? "an unknown address",
        publicUrl: ctx.feed.publicUrl(),
      }),
    ),
  poll: publicProcedure
    .meta({
      permission: "anyone",
      summary: "Tells a device whether it was let in; after the approval the answer holds its key, once.",
    })
    .input(pollPairingInput)
    .output(polledPairing)
    .mutation(({ ctx, input }) => pollPairing(ctx.store, input, ctx.address)),
  look: personProcedure
    .meta({
      permission: "person",
      summary:
        "Shows the device that waits under a code; five wrong codes in 10 minutes, then none for the rest of them.",
    })
    .input(userCodeInput)
    .output(pairingRequest)
    .mutation(({ ctx, input }) => lookAtPairing(ctx.store, ctx.viewer, input)),
  approve: personProcedure
    .meta({
      permission: "person",
      summary: "Lets the device in as the caller's or, by an admin, another member's.",
    })
    .input(approvePairingInput)
    .output(approvedPairing)
    .mutation(({ ctx, input }) => approvePairing(ctx.store, ctx.viewer, input)),
  deny: personProcedure
    .meta({ permission: "person", summary: "Refuses the device that waits under a code." })
    .input(userCodeInput)
    .output(pairingRequest)
    .mutation(({ ctx, input }) => denyPairing(ctx.store, ctx.viewer, input)),
});
