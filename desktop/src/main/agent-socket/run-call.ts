import {
  getNumberInput,
  listMessagesInput,
  openWaitInput,
  releaseNumberInput,
  settleWaitInput,
  touchWaitsInput,
  type MessagePage,
  type WaitAnswer,
} from "@agentpass/shared/agent-api";
import type { z } from "zod";
import type { AgentBackend, CallLimits } from "../../agent-api/agent-backend.ts";
import { isFinal } from "../../agent-api/is-final.ts";
import { listNumbersCall, type CallFrame } from "../../tray-protocol/frames.ts";
import { MAX_LINE_BYTES } from "../../tray-protocol/limits.ts";

/** What a result's line holds besides the result. */
const FRAME_BYTES = 200;

export interface BridgeCall extends Pick<CallFrame, "method" | "input"> {
  backend: AgentBackend;
  limits: CallLimits;
  /** Hear which wait the caller is to hear of from now on, before an answer can come, and until when. */
  onWaitOpened(requestId: string): void;
  onWaitEnded(requestId: string): void;
  /** Whether the caller is to hear from now on what changes of the numbers and their messages. */
  onFollow(follow: boolean): void;
}

/** Runs one call of a bridge. Rejects with a ProblemError, or with a ZodError where the input is not the method's. */
export async function runCall(call: BridgeCall): Promise<unknown> {
  const { backend, method, input, limits } = call;
  switch (method) {
    case "getNumber":
      return backend.getNumber(getNumberInput.parse(input), limits);
    case "listMessages":
      return listThatFits(backend, listMessagesInput.parse(input), limits);
    case "listNumbers":
      // First: nothing may be missed between the list and the next change.
      call.onFollow(listNumbersCall.parse(input).follow);
      return backend.listNumbers(limits);
    case "releaseNumber":
      return backend.releaseNumber(releaseNumberInput.parse(input).phoneNumber, limits);
    case "openWait":
      return openWait(call, openWaitInput.parse(input));
    case "settleWait": {
      const settled = settleWaitInput.parse(input);
      return backend.settleWait(settled, limits).finally(() => call.onWaitEnded(settled.requestId));
    }
    case "touchWaits":
      await backend.touchWaits(touchWaitsInput.parse(input).requestIds, limits);
      return null;
  }
}

async function openWait(call: BridgeCall, wanted: z.output<typeof openWaitInput>): Promise<WaitAnswer> {
  let lives = false;
  call.onWaitOpened(wanted.requestId);
  try {
    const answer = await call.backend.openWait(wanted, call.limits);
    lives = !isFinal(answer);
    return answer;
  } finally {
    if (!lives) call.onWaitEnded(wanted.requestId);
  }
}

/** Fifty messages of 1,600 characters do not fit into a line: then fewer are given, and the rest with the next page. */
async function listThatFits(
  backend: AgentBackend,
  wanted: z.output<typeof listMessagesInput>,
  limits: CallLimits,
): Promise<MessagePage> {
  let { limit } = wanted;
  for (;;) {
    const page = await backend.listMessages({ ...wanted, limit }, limits);
    const bytes = Buffer.byteLength(JSON.stringify(page)) + FRAME_BYTES;
    if (bytes <= MAX_LINE_BYTES || page.messages.length <= 1) return page;
    limit = Math.floor(page.messages.length / 2);
  }
}
