import type { answerApprovalInput, answeredApproval } from "@agentpass/shared/approval-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { PersonViewer } from "../domain/access.ts";
import type { Actor } from "../domain/audit-entry.ts";
import { serviceName } from "../domain/service-name.ts";
import { agentById } from "../store/agents.ts";
import { closeQuestion, questionAbout, rememberApproval, type Question } from "../store/approvals.ts";
import { availableMessages, changeMessages, messageById, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { pendingWaitFor, updateWait } from "../store/waits.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { denyWait } from "./ask-person.ts";
import { giveStoredMessage } from "./claim.ts";
import { offerAgain } from "./give-back.ts";
import { requireLiveKey } from "./require-live-key.ts";

type Input = z.output<typeof answerApprovalInput>;

/**
 * A person's answer whether an agent of its own may have a message. A question that nobody answered in time may still
 * be answered with yes: the agent's next wait then finds the message. Throws `not_found` for an unknown question and
 * for one that is not the caller's to answer, `conflict` for one that has its answer.
 */
export async function answerApproval(
  store: Store,
  viewer: PersonViewer,
  { id, decision }: Input,
): Promise<z.output<typeof answeredApproval>> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    const question = await ownQuestion(team, person, id);
    const late = question.reason === "no_answer" && decision !== "deny";
    if (question.state !== "open" && !late)
      fail("conflict", `id: this question is over (${question.state}); see: pnpm agentpass approval list`, {
        field: "id",
      });
    if (decision === "deny") {
      await refuse(team, question, { reason: "person", actor: person });
      return { id, state: "denied" as const };
    }
    const message =
      (await messageById(team.trx, { ring: store.keyRing, id })) ??
      fail("not_found", "id: the message is not there any more.", { field: "id" });
    const service = decision === "allow_service" ? await rememberService(team, person, message) : undefined;
    await closeQuestion(team, question, { state: "allowed", reason: null, answeredBy: person.memberId });
    recordAnswer(team, person, { question, state: "allowed", service });
    await release(store, team, { question, message, actor: person });
    return { id, state: "allowed" as const, ...(service === undefined ? {} : { service }) };
  });
}

async function ownQuestion(team: LockedTeam, person: PersonViewer, id: string): Promise<Question> {
  const question = await questionAbout(team.trx, id);
  const agent = question && (await agentById(team.trx, question.agentId));
  if (question && agent?.memberId === person.memberId) return question;
  return fail(
    "not_found",
    `id: there is no question "${id}" for you to answer; see: pnpm agentpass approval list`,
    { field: "id" },
  );
}

async function rememberService(team: LockedTeam, person: PersonViewer, message: Message): Promise<string> {
  const service = message.service === null ? "" : serviceName(message.service);
  if (service === "" || message.agentId === null)
    return fail(
      "invalid_input",
      'decision: the message names no service that could be remembered; answer "allow" for this once.',
      { field: "decision", suggestion: { decision: "allow" } },
    );
  const { agentId } = message;
  if (await rememberApproval(team, { agentId, service, memberId: person.memberId }))
    team.record(person, {
      action: "approval.remembered",
      subject: { type: "agent", id: agentId },
      after: { service },
    });
  return service;
}

/** The message stays held, and the wait that it would have answered ends: one between two calls with the next of them. */
export async function refuse(
  team: LockedTeam,
  question: Question,
  { reason, actor }: { reason: "person" | "no_answer"; actor: Actor },
): Promise<void> {
  const answeredBy = "memberId" in actor ? actor.memberId : null;
  await closeQuestion(team, question, { state: "denied", reason, answeredBy });
  recordAnswer(team, actor, { question, state: "denied", reason });
  const wait = await pendingWaitFor(team.trx, question);
  if (!wait || wait.parkedAt !== null) return;
  denyWait(team, wait, { reason, numberId: question.numberId });
  await updateWait(team, wait);
}

/** The wait that pends for it gets the message, else any that listens, else whichever asks next. */
async function release(
  store: Store,
  team: LockedTeam,
  { question, message, actor }: { question: Question; message: Message; actor: Actor },
): Promise<void> {
  const wait = await pendingWaitFor(team.trx, question);
  const approved = { ...message, approved: true };
  const free = { state: "available", waitId: null, approvedAt: team.now } as const;
  await changeMessages(team, [message.id], free);
  if (!wait) return offerAgain(store, team, approved);
  // Past its time it is of no use; the wait goes on for the next one.
  if (message.expiresAt <= team.now) return updateWait(team, { ...wait, state: "open", messageId: null });
  await giveStoredMessage(team, wait, {
    message: approved,
    available: await availableMessages(team, { ring: store.keyRing, leaseId: wait.leaseId }),
    actor,
    at: store.clock(),
  });
}

function recordAnswer(
  team: LockedTeam,
  actor: Actor,
  {
    question,
    ...answer
  }: { question: Question; state: string; reason?: string; service?: string | undefined },
): void {
  team.record(actor, {
    action: "approval.answered",
    subject: { type: "message", id: question.messageId },
    before: { state: question.state },
    after: { agentId: question.agentId, ...answer },
  });
}
