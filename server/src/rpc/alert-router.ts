import { alertReport, testedAlert } from "@agentpass/shared/alert-api";
import { listAlerts, testAlert } from "../actions/alerts.ts";
import { noInput } from "./no-input.ts";
import { adminProcedure, router } from "./trpc.ts";

/** The built-in alerts, for admins. */
export const alertRouter = router({
  list: adminProcedure
    .meta({ permission: "admin", summary: "Gives every built-in alert and whether it fires." })
    .input(noInput)
    .output(alertReport)
    .query(({ ctx }) => listAlerts(ctx.store, { watched: ctx.feed.postToChat !== null })),
  test: adminProcedure
    .meta({ permission: "admin", summary: "Posts a test message to the chat of the alerts." })
    .input(noInput)
    .output(testedAlert)
    .mutation(({ ctx }) =>
      testAlert(ctx.store, ctx.viewer, { post: ctx.feed.postToChat, from: ctx.feed.publicUrl() }),
    ),
});
