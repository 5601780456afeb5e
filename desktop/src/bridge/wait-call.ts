import type { WaitAnswer } from "@agentpass/shared/agent-api";
import type { AgentLink } from "./agent-link.ts";
import { LiveWait, type WaitOrder } from "./live-wait.ts";
import type { ToolCallRequest } from "./tool-context.ts";
import { within } from "../agent-api/within.ts";

const PROGRESS_MS = 5_000;

export interface WaitCall {
  link: AgentLink;
  request: ToolCallRequest;
  wanted: WaitOrder["wanted"];
  timeoutMs: number;
}

/**
 * Waits for one call: until the wait's answer, its deadline or the client's limit. Gives where the wait stands then,
 * or null where the client cancelled. Rejects with a ProblemError.
 */
export async function waitForAnswer({
  link,
  request,
  wanted,
  timeoutMs,
}: WaitCall): Promise<WaitAnswer | null> {
  const { signal, arrivedAt } = request;
  const tell = (): void => request.progress?.(performance.now() - arrivedAt);
  const answerBy = arrivedAt + request.capMs;
  const wait = new LiveWait({ link, wanted, timeoutMs, arrivedAt, answerBy, onOpen: tell });
  const ticks = setInterval(tell, PROGRESS_MS);
  try {
    const answer = await within(wait.answer(), signal);
    // No await from here to the return: a cancellation finds either a running call or an answered one.
    if (answer.status === "received" && wanted.mode !== "peek")
      link.delivery.answered(request.id, wait.requestId);
    else link.waits.drop(wait.requestId);
    return answer;
  } catch (error) {
    if (!signal.aborted) {
      link.waits.drop(wait.requestId);
      throw error;
    }
    link.delivery.abandon(wait.requestId, "cancel", wait.opened());
    return null;
  } finally {
    clearInterval(ticks);
    wait.stop();
  }
}
