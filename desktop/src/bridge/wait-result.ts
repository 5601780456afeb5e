import type { AgentMessage, WaitAnswer } from "@agentpass/shared/agent-api";
import { explainOtp } from "@agentpass/shared/otp/index";
import { NO_CODE_SHAPE } from "./code-shape.ts";
import { otpResult } from "./otp-result.ts";

export interface WaitTimes {
  phoneNumber: string;
  waitedMs: number;
  /** May be over. */
  remainingMs: number;
  /** As the caller gave it. */
  timeoutMs: number;
}

/** What wait_for_sms can answer; a wait that was cancelled has nobody to answer to. */
export type ShownAnswer = Exclude<WaitAnswer, { status: "cancelled" }>;

/** What a next call is asked for at least: wait_for_sms takes less for seconds, and refuses it. */
const LEAST_REMAINING_MS = 1_000;

/** A wait's answer as wait_for_sms gives it. Nothing of a message's text is repeated in `message`. */
export function waitResult(answer: ShownAnswer, times: WaitTimes): Record<string, unknown> {
  const { phoneNumber, waitedMs, timeoutMs } = times;
  const remainingMs = Math.max(LEAST_REMAINING_MS, Math.round(times.remainingMs));
  const common = {
    cursor: answer.cursor,
    waited_ms: waitedMs,
    seen_nonmatching: answer.seenNonmatching,
  };
  const again = `call wait_for_sms again with timeout = ${remainingMs}`;
  const others = nonmatching(answer.seenNonmatching);
  switch (answer.status) {
    case "received":
      return {
        status: "received",
        ...common,
        ...messageFields(answer.message),
        ...(answer.expired ? { expired: true } : {}),
        ...(answer.superseded.length > 0 ? { superseded: answer.superseded } : {}),
        ...(answer.redelivered ? { redelivered: true } : {}),
        message: receivedMessage(answer),
      };
    case "open":
      return {
        status: "pending",
        ...common,
        remaining_ms: remainingMs,
        message: `No SMS to ${phoneNumber} yet; the wait goes on.${others} To continue, ${again}.`,
      };
    case "approval_pending":
      return {
        status: "approval_pending",
        ...common,
        remaining_ms: remainingMs,
        message: `An SMS to ${phoneNumber} came; a person is being asked whether you may have it. ${capital(again)}.`,
      };
    case "timeout":
      return {
        status: "timeout",
        ...common,
        message: `${timedOut(phoneNumber)}${others}${shortWait(timeoutMs)} ${whatNext(answer, phoneNumber)}`,
      };
    case "number_released":
      return {
        status: "number_released",
        ...common,
        message: `The number ${phoneNumber} was released while waiting. Call get_phone_number for a number, and give that to the service.`,
      };
    case "provider_blocked":
      return {
        status: "provider_blocked",
        ...common,
        id: answer.messageId,
        message:
          `The provider withheld the text of an SMS to ${phoneNumber} (Twilio error 30038: one-time codes are not delivered). ` +
          "Waiting longer does not help: ask the service for another way, such as a call or e-mail, or tell the person in charge.",
      };
    case "denied":
      return { status: "denied", ...common, reason: answer.reason, message: deniedMessage[answer.reason] };
  }
}

/** A message's own fields, as wait_for_sms and list_sms give them. */
export function messageFields(message: AgentMessage): Record<string, unknown> {
  return {
    id: message.id,
    from: message.from,
    to: message.to,
    ...(message.body === undefined ? {} : { body: message.body }),
    received_at: message.receivedAt,
    otp: otpResult(message.otp),
    ...(message.simulated ? { simulated: true } : {}),
  };
}

/** Under this, a wait is rather one whose caller took milliseconds for seconds. */
const SHORT_WAIT_MS = 5_000;

function shortWait(timeoutMs: number): string {
  if (timeoutMs === 0 || timeoutMs >= SHORT_WAIT_MS) return "";
  return ` timeout = ${timeoutMs} is ${timeoutMs / 1000} seconds, and an SMS often takes longer: pass 30000 to wait 30 seconds.`;
}

function timedOut(phoneNumber: string): string {
  return `Timed out waiting for SMS to ${phoneNumber}.`;
}

function whatNext({ mode }: ShownAnswer, phoneNumber: string): string {
  if (mode === "mock")
    return (
      "This number is simulated: send it a message with " +
      `\`pnpm simulate --to ${phoneNumber} --body "Your code is 482913"\`, then call wait_for_sms again.`
    );
  return "Check that the service was given exactly this number, have it send the code again, then call wait_for_sms again.";
}

function nonmatching(count: number): string {
  if (count === 0) return "";
  return count === 1
    ? " 1 SMS did not match the filters; list_sms shows it."
    : ` ${count} SMS did not match the filters; list_sms shows them.`;
}

function receivedMessage(answer: ShownAnswer & { status: "received" }): string {
  const parts: string[] = [];
  if (otpResult(answer.message.otp) === null) parts.push(whyNoCode(answer.message));
  else parts.push("Enter otp.code in the form.");
  if (answer.expired) parts.push("The code is past its time: have the service send a new one.");
  if (answer.redelivered) parts.push("An earlier call was given this SMS but did not get its answer.");
  return parts.join(" ");
}

/** The reasons for finding no code are fixed sentences, and none repeats the message; those for finding one do. */
function whyNoCode({ body, from }: AgentMessage): string {
  if (body === undefined) return "An SMS came, but no code was recognised in it; wait again for another one.";
  const { otp, reason } = explainOtp(body, { sender: from });
  return `An SMS came without a code. ${otp === null ? reason : NO_CODE_SHAPE} Look at body, and wait again for another SMS.`;
}

const deniedMessage = {
  person:
    "A person decided that this agent may not have the SMS. Do not ask again; tell the person you work for.",
  no_answer:
    "Nobody answered the question whether this agent may have the SMS. Ask the person to look at AgentPass, then wait again.",
  policy: "The team's policy does not let this agent have the SMS.",
  no_device:
    "The SMS needs a person's approval, and no approving device is connected. Ask the person to open AgentPass, then wait again.",
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
