import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { DeviceFeed } from "./device-feed.ts";

const AWAY: Problem = {
  code: "unavailable",
  message: "AgentPass is not connected to its server now. Try again when it is.",
};

/** One call with this device's key on the live connection. Rejects with a ProblemError. */
export async function askServer<T>(
  { client }: Pick<DeviceFeed, "client">,
  call: (client: FeedClient) => Promise<T>,
): Promise<T> {
  if (client === null) throw new ProblemError(AWAY);
  try {
    return await call(client);
  } catch (error) {
    throw new ProblemError(problemOfFailure(error) ?? AWAY);
  }
}
