import { fail } from "@agentpass/shared/problem";
import type { FirstContact, FirstContactAnswer } from "../agent-socket/first-contacts.ts";
import type { DecisionLog } from "./decision-log.ts";
import type { QuestionQueue } from "./question-queue.ts";

export interface ProgramQuestions {
  queue: QuestionQueue;
  log: DecisionLog;
  now: () => number;
}

/** Asks whether a program of this computer may use AgentPass. Rejects where the question is over without an answer. */
export async function askAboutProgram(
  { queue, log, now }: ProgramQuestions,
  { clientName, program, endsAt, signal }: FirstContact,
): Promise<FirstContactAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<FirstContactAnswer>();
  const id = queue.add({
    content: { kind: "first_contact", claimedName: clientName, program, endsAt },
    release: async (answer) => {
      if (signal.aborted) fail("conflict", "This question is over. Nothing was answered.");
      signal.removeEventListener("abort", unanswered);
      const allows = answer.decision === "allow_program";
      log.add({
        at: now(),
        agentName: allows ? answer.name : clientName,
        decision: allows ? "allow" : "deny",
      });
      resolve(allows ? { allow: true, name: answer.name, policy: answer.policy } : { allow: false });
    },
  });
  function unanswered(): void {
    log.add({ at: now(), agentName: clientName, decision: "no_answer" });
    queue.end(id, `Nobody answered in time, so “${clientName}” was not let in.`);
    reject(new Error("The question is over without an answer."));
  }
  signal.addEventListener("abort", unanswered);
  return promise;
}
