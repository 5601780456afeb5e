import { getUntypedClient } from "@trpc/client";
import { teamCalls, type TeamCall } from "../shared/team-calls.ts";
import { askServer } from "./connection/ask-server.ts";
import type { DeviceFeed } from "./connection/device-feed.ts";

/** One of the team view's calls with this device's key, and no other procedure. Rejects with a ProblemError. */
export function teamCall(
  feed: Pick<DeviceFeed, "client">,
  { procedure, input }: { procedure: TeamCall; input?: unknown },
): Promise<unknown> {
  return askServer(feed, (client) => {
    const untyped = getUntypedClient(client);
    return teamCalls[procedure] === "query"
      ? untyped.query(procedure, input)
      : untyped.mutation(procedure, input);
  });
}
