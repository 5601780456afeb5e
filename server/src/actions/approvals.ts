import type {
  Approval,
  forgetServiceInput,
  forgottenService,
  serviceApproval,
} from "@agentpass/shared/approval-api";
import { fail } from "@agentpass/shared/problem";
import { serviceLabel } from "@agentpass/shared/service-label";
import type { z } from "zod";
import { agentsInSight, type PersonViewer } from "../domain/access.ts";
import { APPROVAL_MS } from "../domain/approval.ts";
import { isSimulated } from "../domain/simulated.ts";
import { liveAgents, type Agent } from "../store/agents.ts";
import {
  answerableQuestions,
  forgetApproval,
  rememberedServices,
  type Question,
} from "../store/approvals.ts";
import { messageById, type Message } from "../store/messages.ts";
import { CLAIMABLE_MS } from "../store/partitions.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type Trx } from "../store/with-team.ts";
import { pick } from "./pick.ts";
import { recordShown } from "./record-shown.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * The questions that can still be answered, oldest first: those about a person's own agents with what would be
 * released; an admin sees that others are asked, and not what about.
 */
export async function listApprovals(store: Store, viewer: PersonViewer): Promise<Approval[]> {
  const shown = await withTeam(store, viewer.teamId, async (trx) => {
    const now = store.clock();
    const agents = new Map((await liveAgents(trx, agentsInSight(viewer))).map((agent) => [agent.id, agent]));
    const questions: Approval[] = [];
    for (const question of await answerableQuestions(trx, { since: now - CLAIMABLE_MS })) {
      const agent = agents.get(question.agentId);
      const message = agent && (await messageOf(store, trx, question));
      if (!agent || !message || (question.state !== "open" && message.expiresAt <= now)) continue;
      questions.push(
        approvalOf({ question, agent, message }, agent.memberId === viewer.memberId ? "all" : "no text"),
      );
    }
    return questions;
  });
  const told = shown.filter(({ code, body }) => code !== undefined || body !== undefined);
  await recordShown(
    store,
    viewer,
    told.map(({ id }) => id),
  );
  return shown;
}

const messageOf = (store: Store, trx: Trx, { messageId }: Question) =>
  messageById(trx, { ring: store.keyRing, id: messageId });

function approvalOf(
  { question, agent, message }: { question: Question; agent: Agent; message: Message },
  shows: "all" | "no text",
): Approval {
  const service = serviceLabel(message.service ?? undefined);
  const code = shows === "all" ? message.otp()?.code : undefined;
  return {
    id: question.messageId,
    state: question.state,
    agentId: agent.id,
    agentName: agent.name,
    policy: agent.policy,
    memberId: agent.memberId,
    phoneNumber: message.phoneNumber,
    from: message.sender,
    ...(service === undefined ? {} : { service }),
    askedAt: question.askedAt,
    endsAt: question.askedAt + APPROVAL_MS,
    expiresAt: message.expiresAt,
    simulated: isSimulated(message),
    ...(code === undefined ? {} : { code }),
    ...(shows === "all" && message.hasBody ? { body: message.body() } : {}),
  };
}

/** The services whose messages an agent has without a question. */
export async function listServiceApprovals(
  store: Store,
  viewer: PersonViewer,
): Promise<z.output<typeof serviceApproval>[]> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const agents = new Map((await liveAgents(trx, agentsInSight(viewer))).map(({ id, name }) => [id, name]));
    return (await rememberedServices(trx)).flatMap((remembered) => {
      const agentName = agents.get(remembered.agentId);
      return agentName === undefined ? [] : [{ ...remembered, agentName }];
    });
  });
}

/** From now on a person is asked again about the service's messages. Throws `not_found` where it was not remembered. */
export async function forgetService(
  store: Store,
  viewer: PersonViewer,
  { agent, service }: z.output<typeof forgetServiceInput>,
): Promise<z.output<typeof forgottenService>> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    const { id: agentId } = pick(await liveAgents(team.trx, agentsInSight(person)), agent, {
      field: "agent",
      what: "agent",
      see: "agent list",
    });
    if (!(await forgetApproval(team, { agentId, service })))
      fail(
        "not_found",
        `service: "${service}" is not remembered for this agent; see: pnpm agentpass approval services`,
        {
          field: "service",
        },
      );
    team.emit({ type: "agent.changed", agentId });
    team.record(person, {
      action: "approval.forgotten",
      subject: { type: "agent", id: agentId },
      before: { service },
    });
    return { agentId, service };
  });
}
