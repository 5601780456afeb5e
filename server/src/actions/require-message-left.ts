import { fail } from "@agentpass/shared/problem";
import type { AgentViewer } from "../domain/access.ts";
import { isListening } from "../domain/wait-life.ts";
import { agentById } from "../store/agents.ts";
import { givenAt } from "../store/given-messages.ts";
import { openClaimsOfAgent } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";

const DAY_MS = 86_400_000;

/**
 * Throws `limit_reached` where the agent has been given as many messages within the last 24 h as it may be, counting
 * each wait of its own that listens as one more. A window that moves with the clock: no burst at midnight, and no
 * question whose midnight. Waits that are open already, and what they are answered with, are not touched.
 */
export async function requireMessageLeft(team: LockedTeam, { agentId }: AgentViewer): Promise<void> {
  const agent = await agentById(team.trx, agentId);
  const limit = agent?.limits.messagesPerDay ?? team.settings.agentMessagesPerDay;
  if (limit === null) return;
  if (limit === 0)
    fail(
      "limit_reached",
      "This agent may be given no messages: its limit is 0 a day. Ask an admin to raise it: pnpm agentpass agent limits NAME --messages-per-day 10",
    );
  const open = (await openClaimsOfAgent(team, agentId)).filter((wait) => isListening(wait, team.now)).length;
  if (open >= limit)
    fail(
      "limit_reached",
      `This agent may be given ${limit} messages within 24 h, and has as many waits open. End one first, or ask an admin to raise the limit.`,
    );
  const since = team.now - DAY_MS;
  const at = await givenAt(team.trx, { agentId, since, count: limit - open });
  if (at === null) return;
  const until = at + DAY_MS;
  fail(
    "limit_reached",
    `This agent has been given all of its ${limit} messages within 24 h; the next wait can be opened at ${new Date(until).toISOString()}. What it was given before is still in list_sms. An admin can raise the limit.`,
    { retryAfterMs: until - team.now },
  );
}
