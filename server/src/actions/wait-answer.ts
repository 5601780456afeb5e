import type { AgentMessage, MessageState, NumberMode, WaitAnswer } from "@agentpass/shared/agent-api";
import { formatCursor, type StreamPosition } from "@agentpass/shared/cursor";
import { serviceLabel } from "@agentpass/shared/service-label";
import { redactCode } from "../domain/redact.ts";
import { isSimulated } from "../domain/simulated.ts";
import { readableContent, type Content } from "../domain/content-policy.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { compileUserPattern } from "../domain/user-pattern.ts";
import { messageById, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import type { Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";

/** What the rendering of a wait depends on besides its rows. */
export interface AnswerContext {
  mode: NumberMode;
  settings: TeamSettings;
  /** The stream's head. */
  head: StreamPosition;
  /** Epoch milliseconds. */
  now: number;
}

/** Before every event. */
const START = { seq: 0, check: "00000000" };

/** A wait as its caller sees it; `message` is the one it was answered with. */
export function waitAnswer(
  { mode, settings, head, now }: AnswerContext,
  wait: Wait,
  message: Message | null,
): WaitAnswer {
  const progress: Omit<Extract<WaitAnswer, { status: "open" }>, "status"> = {
    requestId: wait.requestId,
    cursor: formatCursor(head),
    waitedMs: Math.max(0, Math.round((wait.endedAt ?? now) - wait.openedAt)),
    remainingMs: Math.max(0, Math.round(wait.deadline - now)),
    seenNonmatching: wait.seenNonmatching,
    mode,
  };
  if (wait.state === "approval_pending" || wait.state === "denied") {
    // The head would leave out, as `after`, the very message that a person may still allow.
    progress.cursor = wait.filters.asked.after ?? formatCursor({ epoch: head.epoch, ...START });
    return wait.state === "denied"
      ? { ...progress, status: wait.state, reason: wait.deniedReason ?? "policy" }
      : { ...progress, status: wait.state };
  }
  if (wait.state !== "received" && wait.state !== "provider_blocked")
    return { ...progress, status: wait.state };
  // A message erased since then leaves the wait with nothing to give.
  if (!message) return { ...progress, status: "timeout" };
  const readable = readableContent("agent", settings);
  // The message's own place, so that `after` it finds everything that came later; the head once its event is pruned.
  if (message.check !== null)
    progress.cursor = formatCursor({ epoch: head.epoch, seq: message.seq, check: message.check });
  if (wait.state === "provider_blocked")
    return { ...progress, status: "provider_blocked", messageId: message.providerMessageId };
  return {
    ...progress,
    status: "received",
    message: withPatternCode(
      renderMessage({ readable, now }, message, { peek: true, withheld: false }),
      wait,
      message,
    ),
    redelivered: wait.redelivered,
    expired: message.expiresAt <= now,
    superseded: wait.superseded,
    receipt: {
      receivedAt: message.receivedAt,
      storedAt: message.storedAt,
      matchedAt: message.matchedAt ?? message.storedAt,
      ...(message.pushedAt === null ? {} : { pushedAt: message.pushedAt }),
    },
  };
}

/** The same for a caller that holds the team's lock. */
export async function lockedWaitAnswer(store: Store, team: LockedTeam, wait: Wait): Promise<WaitAnswer> {
  const message =
    wait.messageId === null ? null : await messageById(team.trx, { ring: store.keyRing, id: wait.messageId });
  return waitAnswer(
    { settings: team.settings, head: team.head, now: team.now, mode: store.mode },
    wait,
    message,
  );
}

/** Where the caller's own pattern has a group, that group is the code. */
function withPatternCode(rendered: AgentMessage, wait: Wait, message: Message): AgentMessage {
  const { pattern } = wait.filters.conditions;
  const code = pattern === null ? null : (compileUserPattern(pattern).find(message.body())?.code ?? null);
  return code === null ? rendered : { ...rendered, otp: { ...rendered.otp, code } };
}

/**
 * A message as somebody sees it who may read this much of it. A code past its time is kept back unless the viewer
 * only peeks; one that the viewer may not have (yet) with its text.
 */
export function renderMessage(
  { readable, now }: { readable: Content; now: number },
  message: Message,
  { peek, withheld }: { peek: boolean; withheld: boolean },
): AgentMessage {
  const expired = message.expiresAt <= now;
  const otp = message.otp();
  const service = serviceLabel(otp?.service);
  const hidden = !readable.code || withheld || (expired && !peek);
  const body = readable.body && message.hasBody && !withheld ? message.body() : undefined;
  return {
    id: message.providerMessageId,
    from: message.sender,
    to: message.phoneNumber,
    ...(body === undefined ? {} : { body: hidden && otp ? redactCode(body, otp.code) : body }),
    receivedAt: new Date(message.receivedAt).toISOString(),
    state: stateShown(message, { expired, withheld }),
    otp:
      otp === null || hidden
        ? null
        : {
            code: otp.code,
            ...(service === undefined ? {} : { service }),
            ...(otp.domain === undefined ? {} : { domain: otp.domain }),
            expiresAt: new Date(message.expiresAt).toISOString(),
          },
    simulated: isSimulated(message),
  };
}

function stateShown(
  { state }: Message,
  { expired, withheld }: { expired: boolean; withheld: boolean },
): MessageState {
  if (state !== "available") return state;
  return expired ? "expired" : withheld ? "held" : state;
}
