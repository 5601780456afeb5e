import { randomBytes } from "node:crypto";
import type { TestedGateway } from "@agentpass/shared/gateway-api";
import { fail } from "@agentpass/shared/problem";
import { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import type { GatewayNumber } from "../domain/gateway-number.ts";
import { TEST_MESSAGE } from "../domain/simulated.ts";
import type { SignedDelivery } from "../gateways/adapter.ts";
import { gatewayAdapters } from "../gateways/adapters.ts";
import { gatewayPath } from "../gateways/gateway-path.ts";
import { gatewayNamed, gatewayNumbers } from "../store/gateways.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { requireGateway } from "./gateways.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Posts to this server's public address, as a gateway does. Rejects where nobody answers. */
export type PostToWebhook = (
  url: string,
  delivery: SignedDelivery,
) => Promise<{ status: number; body: string }>;

export interface GatewayTest {
  name: string;
  from: string;
  body: string;
  to?: string | undefined;
  publicUrl: string;
  post: PostToWebhook;
}

/**
 * Sends a delivery in the gateway's own shape, rightly signed, through the public address to one of its numbers: what a
 * phone would send. The message is stored, and waits get it, like any other; it is marked as simulated.
 */
export async function testGateway(
  store: Store,
  viewer: AdminViewer,
  { publicUrl, post, name, from, body, to: wanted }: GatewayTest,
): Promise<TestedGateway> {
  const messageId = TEST_MESSAGE + randomBytes(12).toString("hex");
  const { kind, to } = await withTeamLock(store, viewer.teamId, async (team) => {
    const current = await requireLiveKey(team, viewer, "admin");
    const gateway = await requireGateway(team.trx, name);
    const to = pickNumber(name, await gatewayNumbers(team.trx, name), wanted);
    team.record(current, {
      action: "gateway.tested",
      subject: { type: "gateway", id: gateway.id },
      after: { name, phoneNumber: to.phoneNumber, providerMessageId: messageId },
    });
    return { kind: gateway.kind, to };
  });
  const [secret] = (await gatewayNamed(store, name))?.secrets ?? [];
  if (secret === undefined)
    return fail("conflict", `name: "${name}" was removed just now.`, { field: "name" });
  const url = publicUrl + gatewayPath(name);
  const sms = { messageId, from, to: to.phoneNumber, sim: to.sim, body, at: Math.floor(store.clock()) };
  const delivery = await gatewayAdapters[kind].write(sms, { secret, url });
  const started = performance.now();
  const outcome = await post(url, delivery).then(describe, (error: Error) => ({
    httpStatus: null,
    taken: false,
    answer: `Nobody answered at ${url}: ${innermost(error)}. Check AGENTPASS_API_URL and what stands between it and this server.`,
  }));
  const tookMs = Math.round((performance.now() - started) * 10) / 10;
  return { url, to: to.phoneNumber, messageId, tookMs, ...outcome };
}

function pickNumber(
  name: string,
  numbers: readonly GatewayNumber[],
  wanted: string | undefined,
): GatewayNumber {
  const list = numbers.map(({ phoneNumber }) => phoneNumber).join(", ");
  if (numbers.length === 0)
    return fail(
      "conflict",
      `name: "${name}" has no number yet; add one: pnpm agentpass number add +… --provider ${name}`,
      { field: "name" },
    );
  if (wanted === undefined && numbers.length > 1)
    return fail("invalid_input", `to: "${name}" has ${list}; say which.`, { field: "to" });
  const found = wanted === undefined ? numbers[0] : numbers.find((number) => number.phoneNumber === wanted);
  return (
    found ?? fail("not_found", `to: ${wanted} is no number of "${name}", which has ${list}.`, { field: "to" })
  );
}

/** What our webhook answers. */
const answerSchema = z.union([
  z.object({ status: z.literal("accepted") }),
  z.object({ status: z.literal("ignored"), reason: z.string() }),
  z.object({ problem: z.object({ message: z.string() }) }),
]);

function describe({
  status,
  body,
}: {
  status: number;
  body: string;
}): Pick<TestedGateway, "httpStatus" | "taken" | "answer"> {
  const parsed = answerSchema.safeParse(jsonOf(body));
  if (!parsed.success)
    return {
      httpStatus: status,
      taken: false,
      answer: "Something else than an AgentPass server answered; AGENTPASS_API_URL must lead to this one.",
    };
  if ("problem" in parsed.data)
    return { httpStatus: status, taken: false, answer: parsed.data.problem.message };
  const { data } = parsed;
  return data.status === "accepted"
    ? { httpStatus: status, taken: true, answer: "The message was taken." }
    : { httpStatus: status, taken: false, answer: data.reason };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function innermost(error: Error): string {
  return error.cause instanceof Error
    ? innermost(error.cause)
    : ((error as NodeJS.ErrnoException).code ?? error.message);
}
