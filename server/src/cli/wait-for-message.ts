import { randomBytes } from "node:crypto";
import type { OpenWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { waitChanged } from "@agentpass/shared/feed";
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { ProblemError } from "@agentpass/shared/problem";
import type { ServerAccess } from "./find-server.ts";
import type { ServerClient } from "./server-client.ts";

/** The server forgets a wait whose caller does not show so often that it lives. */
const TOUCH_MS = 5000;

type Wish = Omit<OpenWaitInput, "requestId" | "mode">;

/**
 * An agent's wait from its opening to its end, over any disconnect: the answer comes over the feed, and is asked for
 * whenever the feed opens, so that none falls between. A received message is confirmed.
 */
export async function waitForMessage(
  server: ServerClient,
  access: ServerAccess,
  wish: Wish,
): Promise<WaitAnswer> {
  const request = { ...wish, requestId: randomBytes(12).toString("hex") };
  const { requestId } = request;
  const { promise: answered, resolve, reject } = Promise.withResolvers<WaitAnswer>();
  const take = (answer: WaitAnswer): void => {
    if (answer.status !== "open" && answer.status !== "approval_pending") resolve(answer);
  };
  take(await server.agent.openWait.mutate(request));
  const feed = new FeedSupervisor({
    endpoint: async () => ({ url: feedUrl(access.url), key: access.key }),
    onItem: (item) => {
      if (item.type !== "wait.changed") return;
      const changed = waitChanged.parse(item);
      if (changed.requestId === requestId) take(changed.answer);
    },
    onState: (state) => {
      if (state.state === "live") server.agent.openWait.mutate(request).then(take, () => {});
      if (state.state !== "away" || state.problem === null) return;
      if (["not_signed_in", "outdated"].includes(state.problem.code)) reject(new ProblemError(state.problem));
    },
  });
  const settle = (action: "timeout" | "cancel") => server.agent.settleWait.mutate({ requestId, action });
  const touch = setInterval(
    () => void server.agent.touchWaits.mutate({ requestIds: [requestId] }).catch(() => {}),
    TOUCH_MS,
  );
  const timeout = setTimeout(() => void settle("timeout").then(resolve, reject), wish.timeoutMs);
  const cancel = (): void => void settle("cancel").then(resolve, reject);
  process.once("SIGINT", cancel);
  feed.start();
  try {
    const answer = await answered;
    if (answer.status === "received") await server.agent.settleWait.mutate({ requestId, action: "confirm" });
    return answer;
  } finally {
    clearInterval(touch);
    clearTimeout(timeout);
    process.off("SIGINT", cancel);
    feed.stop();
  }
}
