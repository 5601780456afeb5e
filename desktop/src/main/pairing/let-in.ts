import {
  pairedDevice,
  type PairedDevice,
  type PolledPairing,
  type StartedPairing,
} from "@agentpass/shared/device-api";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import type { ServerHello } from "@agentpass/shared/server-api";
import { setTimeout as pause } from "node:timers/promises";
import { explainFailure } from "../server-contact/explain-failure.ts";
import { serverClient, type ServerClient } from "../server-contact/server-client.ts";

/** What this computer is called by the team, and what it runs. */
export interface ThisDevice {
  deviceName: string;
  platform: string;
}

/** After an answer that was lost. */
const AGAIN_MS = 5_000;

/** Uses an invitation up. Rejects with a ProblemError. */
export async function acceptInvitation(
  server: string,
  secret: Secret,
  device: ThisDevice,
): Promise<PairedDevice> {
  return asked(server, (client) => client.invitation.accept.mutate({ ...device, secret: secret.reveal() }));
}

/** Asks to be let in by a code that somebody of the team approves. Rejects with a ProblemError. */
export function startPairing(server: string, device: ThisDevice): Promise<StartedPairing> {
  return asked(server, (client) => client.pairing.start.mutate(device));
}

/**
 * Asks as often as it may until somebody has answered (RFC 8628, section 3.5); a server that is away for a while does not
 * end it. Rejects with a ProblemError, or with the signal's reason.
 */
export async function waitForApproval(
  server: string,
  { started, hello, signal }: { started: StartedPairing; hello: ServerHello; signal: AbortSignal },
): Promise<PairedDevice> {
  const { deviceCode, userCode } = started;
  const endsAt = performance.now() + (started.expiresAt - hello.now);
  for (let waitMs = started.intervalMs; ;) {
    await pause(waitMs, undefined, { signal });
    const answer = await asked(server, (client) => client.pairing.poll.mutate({ deviceCode })).catch(
      (error: unknown) => laterOrNever(error, performance.now() < endsAt),
    );
    signal.throwIfAborted();
    if (answer.status === "approved") return pairedDevice.parse(answer);
    if (!("intervalMs" in answer)) throw new ProblemError(ending(answer.status, userCode));
    waitMs = answer.intervalMs;
  }
}

function laterOrNever(error: unknown, hasTime: boolean): Extract<PolledPairing, { intervalMs: number }> {
  const passes = ["unavailable", "too_many_requests"];
  if (hasTime && error instanceof ProblemError && passes.includes(error.problem.code))
    return { status: "slow_down", intervalMs: error.problem.retryAfterMs ?? AGAIN_MS };
  throw error;
}

function ending(status: "denied" | "expired" | "used", userCode: string): Problem {
  switch (status) {
    case "denied":
      return {
        code: "not_allowed",
        message: `An admin denied the code ${userCode}. Talk to them, then connect again for a new code.`,
      };
    case "expired":
      return {
        code: "conflict",
        message: `Nobody approved the code ${userCode} while it held. Connect again for a new code, and have an admin type it soon.`,
      };
    case "used":
      return {
        code: "conflict",
        message: `The key for the code ${userCode} was given out already, and did not arrive here. Ask an admin to remove that device, then connect again.`,
      };
  }
}

async function asked<T>(server: string, call: (client: ServerClient) => Promise<T>): Promise<T> {
  try {
    return await call(serverClient({ server, key: null }));
  } catch (error) {
    throw new ProblemError(forPeople(explainFailure(error, server)));
  }
}

/** The server names its own field first, which is none of a person's. */
function forPeople({ field, message, ...problem }: Problem): Problem {
  const text =
    field !== undefined && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
  return { ...problem, message: text.charAt(0).toUpperCase() + text.slice(1) };
}
