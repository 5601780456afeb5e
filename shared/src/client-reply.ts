/** What the program that changes MCP clients' configuration says to `agentpass`: one JSON line on stdout. */
import { z } from "zod";
import { problemCodes } from "./problem.ts";

export const clientReply = z.union([
  z.object({
    /** False where Verify found a fault. */
    ok: z.boolean(),
    /** Printed with `--json`. */
    data: z.unknown(),
    /** Printed for people. */
    text: z.string(),
  }),
  z.object({ problem: z.object({ code: z.enum(problemCodes), message: z.string() }) }),
]);
export type ClientReply = z.infer<typeof clientReply>;

/** What that program is asked for, as its first argument; all but `list` take a client's id as the second. */
export const clientTasks = ["list", "connect", "preview", "verify", "disconnect"] as const;
export type ClientTask = (typeof clientTasks)[number];
