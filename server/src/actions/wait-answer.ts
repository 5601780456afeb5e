import type { AgentMessage, WaitAnswer } from "@agentpass/shared/agent-api";
import { formatCursor } from "@agentpass/shared/cursor";
import { redactCode } from "../domain/redact.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { compileUserPattern } from "../domain/user-pattern.ts";
import { teamState } from "../store/events.ts";
import { messageById, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import type { Wait } from "../store/waits.ts";
import type { Trx } from "../store/with-team.ts";

/** A wait as its caller sees it, read from its row and its message's. `now`: epoch milliseconds. */
export async function waitAnswer(
  { store, trx, now }: { store: Store; trx: Trx; now: number },
  wait: Wait,
): Promise<WaitAnswer> {
  const head = await teamState(trx);
  const progress = {
    requestId: wait.requestId,
    waitedMs: Math.max(0, Math.round((wait.endedAt ?? now) - wait.openedAt)),
    remainingMs: Math.max(0, Math.round(wait.deadline - now)),
    seenNonmatching: wait.seenNonmatching,
    mode: store.mode,
  };
  const message =
    wait.messageId === null ? null : await messageById(trx, { ring: store.keyRing, id: wait.messageId });
  if (!message) return { ...progress, cursor: formatCursor(head), ...withoutMessage(wait) };
  const cursor = formatCursor({ epoch: head.epoch, seq: message.seq, check: message.check ?? head.check });
  if (wait.state === "provider_blocked")
    return { ...progress, cursor, status: "provider_blocked", messageId: message.providerMessageId };
  return {
    ...progress,
    cursor,
    status: "received",
    message: withPatternCode(
      renderMessage({ settings: head.settings, now }, message, { peek: true }),
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

function withoutMessage(wait: Wait): { status: "open" | "timeout" | "cancelled" | "number_released" } {
  // A message erased since then leaves the wait with nothing to give.
  if (wait.state === "received" || wait.state === "provider_blocked") return { status: "timeout" };
  return { status: wait.state };
}

/** Where the caller's own pattern has a group, that group is the code. */
function withPatternCode(rendered: AgentMessage, wait: Wait, message: Message): AgentMessage {
  const { pattern } = wait.filters.conditions;
  const code = pattern === null ? null : (compileUserPattern(pattern).find(message.body())?.code ?? null);
  return code === null ? rendered : { ...rendered, otp: { ...rendered.otp, code } };
}

/** A message as its holder sees it. A code past its time is kept back unless the viewer only peeks. */
export function renderMessage(
  { settings, now }: { settings: TeamSettings; now: number },
  message: Message,
  { peek }: { peek: boolean },
): AgentMessage {
  const expired = message.expiresAt <= now;
  const otp = message.otp();
  const hidden = message.state === "held" || (expired && !peek);
  const body =
    settings.agentBodies && message.hasBody && message.state !== "held" ? message.body() : undefined;
  return {
    id: message.providerMessageId,
    from: message.sender,
    to: message.phoneNumber,
    ...(body === undefined ? {} : { body: hidden && otp ? redactCode(body, otp.code) : body }),
    receivedAt: new Date(message.receivedAt).toISOString(),
    state: expired && message.state === "available" ? "expired" : message.state,
    otp:
      otp === null || hidden
        ? null
        : {
            code: otp.code,
            ...(otp.service === undefined ? {} : { service: otp.service }),
            ...(otp.domain === undefined ? {} : { domain: otp.domain }),
            expiresAt: new Date(message.expiresAt).toISOString(),
          },
    simulated: message.provider === "mock",
  };
}
