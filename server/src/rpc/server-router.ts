import { serverHello } from "@agentpass/shared/server-api";
import { VERSION } from "@agentpass/shared/version";
import { noInput } from "./no-input.ts";
import { publicProcedure, router } from "./trpc.ts";

export const serverRouter = router({
  hello: publicProcedure
    .meta({
      permission: "anyone",
      summary: "Tells the server's version, clock and mode, to clients of any version.",
    })
    .input(noInput)
    .output(serverHello)
    .query(({ ctx }) => ({ version: VERSION, now: ctx.store.clock(), mode: ctx.store.mode })),
});
