import type { ListedMessagePage } from "@agentpass/shared/message-api";
import type { InboxMessage } from "../../shared/app-state.ts";
import { whyNoCode } from "./why-no-code.ts";

export type Listed = ListedMessagePage["messages"][number];

/** One message as the server gave it last, times as epoch milliseconds of the server's clock. */
export interface KeptMessage {
  /** By which the feed names it. */
  messageId: string;
  storedAt: number;
  expiresAt: number;
  shown: InboxMessage;
}

/** `known`: the same message as it was kept before; what names its service outlives its code. */
export function keptMessage(listed: Listed, known?: KeptMessage): KeptMessage | null {
  const { messageId, storedAt, expiresAt, otp, state } = listed;
  // A server older than this app tells people no more than agents.
  if (messageId === undefined || storedAt === undefined || expiresAt === undefined) return null;
  const service = otp?.service ?? known?.shown.service;
  const domain = otp?.domain ?? known?.shown.domain;
  return {
    messageId,
    storedAt: Date.parse(storedAt),
    expiresAt: Date.parse(expiresAt),
    shown: {
      id: listed.id,
      from: listed.from,
      to: listed.to,
      ...(listed.agentId === undefined ? {} : { agentId: listed.agentId }),
      ...(listed.agentName === undefined ? {} : { agentName: listed.agentName }),
      ...(service === undefined ? {} : { service }),
      ...(domain === undefined ? {} : { domain }),
      ...(otp === null
        ? { whyNoCode: whyNoCode(listed) }
        : { code: otp.code, expiresAt: Date.parse(expiresAt) }),
      ...(listed.body === undefined ? {} : { body: listed.body }),
      receivedAt: Date.parse(listed.receivedAt),
      state,
      simulated: listed.simulated,
    },
  };
}

/** As it may be shown at this time of the server: past its time a code is gone, and with it the text that holds it. */
export function shownAt(kept: KeptMessage, now: number, showBodies: boolean): InboxMessage {
  const { shown } = kept;
  if (shown.code === undefined || now < kept.expiresAt) return showBodies ? shown : withoutBody(shown);
  const { code: _, expiresAt: __, ...rest } = withoutBody(shown);
  return {
    ...rest,
    whyNoCode: "The code is past its time and no longer shown.",
    state: shown.state === "available" ? "expired" : shown.state,
  };
}

function withoutBody(message: InboxMessage): InboxMessage {
  const { body: _, ...rest } = message;
  return rest;
}
