import type { Approval } from "@agentpass/shared/approval-api";
import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import { maskPhoneNumber } from "@agentpass/shared/phone-number";
import { fail, ProblemError } from "@agentpass/shared/problem";
import type { MessageQuestion, QuestionAnswer } from "../../shared/question.ts";
import type { DeviceFeed } from "../connection/device-feed.ts";
import type { Unsubscribe } from "../observable.ts";
import type { DecisionLog } from "./decision-log.ts";
import type { QuestionQueue } from "./question-queue.ts";

/** The server says when a question is over; without it, it is taken away so long after its time. */
const SILENT_SERVER_MS = 3_000;

/** Who this device is signed in as; null: nobody. */
export interface SignedInMember {
  readonly value: { readonly memberId: string } | null;
  onChange(listener: () => void): Unsubscribe;
}

export interface MessageQuestionsOptions {
  feed: DeviceFeed;
  account: SignedInMember;
  queue: QuestionQueue;
  log: DecisionLog;
  now: () => number;
  /** The server's clock, as far as it is known. */
  serverNow: () => number;
}

type Content = Omit<MessageQuestion, "id" | "waiting">;

interface Known {
  /** In the queue. */
  id: string;
  content: Content;
  timer: NodeJS.Timeout;
}

/** Whether agents may have messages: what the server asks this person, kept as the server has it. */
export class MessageQuestions {
  readonly #options: MessageQuestionsOptions;
  /** Open ones, by the server's id. */
  readonly #known = new Map<string, Known>();
  /** Answered here: a list that was read before the answer is not to ask again. */
  readonly #answered = new Set<string>();

  constructor(options: MessageQuestionsOptions) {
    this.#options = options;
  }

  /** Follows the feed and the account from now on. */
  start(): void {
    const { feed, account } = this.#options;
    feed.onFresh((client) => this.#read(client));
    feed.onItem((item, client) =>
      item.type === "approval.changed" || item.type === "agent.changed" ? this.#read(client) : undefined,
    );
    let memberId = account.value?.memberId;
    account.onChange(() => {
      if (account.value?.memberId === memberId) return;
      memberId = account.value?.memberId;
      for (const approvalId of this.#known.keys()) this.#end(approvalId, null);
    });
  }

  async #read(client: FeedClient): Promise<void> {
    const all = await client.approval.list.query();
    const { account } = this.#options;
    const own = all.filter(({ memberId }) => memberId === account.value?.memberId);
    const open = new Map(own.filter(({ state }) => state === "open").map((one) => [one.id, one]));
    for (const approvalId of this.#known.keys())
      if (!open.has(approvalId))
        this.#over(
          approvalId,
          own.find(({ id }) => id === approvalId),
        );
    for (const approval of open.values()) if (!this.#answered.has(approval.id)) this.#ask(approval);
  }

  #ask(approval: Approval): void {
    const known = this.#known.get(approval.id);
    const content = this.#contentOf(approval, known?.content.endsAt);
    if (known !== undefined) {
      if (JSON.stringify(known.content) === JSON.stringify(content)) return;
      this.#end(approval.id, "The question has changed. This is how it is now.");
    }
    const id = this.#options.queue.add({
      content,
      release: (answer) => this.#release(approval.id, content, answer),
    });
    const endsIn = content.endsAt - this.#options.now() + SILENT_SERVER_MS;
    const timer = setTimeout(() => this.#unanswered(approval.id), endsIn);
    this.#known.set(approval.id, { id, content, timer });
  }

  #contentOf(approval: Approval, endsAt: number = this.#endOf(approval)): Content {
    const { agentName, policy, phoneNumber, from, service, code, body, simulated } = approval;
    return {
      kind: "message",
      agentName,
      policy,
      phoneNumber,
      from,
      simulated,
      endsAt,
      ...(service === undefined ? {} : { service }),
      ...(code === undefined ? {} : { code }),
      ...(body === undefined ? {} : { body }),
    };
  }

  /** By this computer's clock, which need not be the server's: an open question has some time left, and never more than its own. */
  #endOf({ askedAt, endsAt }: Approval): number {
    const full = endsAt - askedAt;
    const left = endsAt - this.#options.serverNow();
    return this.#options.now() + (left > 0 && left < full ? left : full);
  }

  /** Releases the message that was shown, by its id, or refuses it. */
  async #release(approvalId: string, content: Content, { decision }: QuestionAnswer): Promise<void> {
    const { client } = this.#options.feed;
    if (decision === "allow_program") return;
    if (client === null)
      fail("unavailable", "The team's server cannot be reached now. Nothing was answered; try again.");
    try {
      await client.approval.answer.mutate({ id: approvalId, decision });
    } catch (error) {
      throw new ProblemError(
        problemOfFailure(error) ?? {
          code: "unavailable",
          message:
            "The connection to the team's server was lost. The answer may not have arrived; try again.",
        },
      );
    }
    this.#answered.add(approvalId);
    this.#forget(approvalId);
    this.#log(content, decision);
  }

  /** Not open on the server any more, and not answered here. */
  #over(approvalId: string, approval: Approval | undefined): void {
    const known = this.#known.get(approvalId);
    if (known === undefined) return;
    if (approval?.state === "denied") return this.#unanswered(approvalId);
    const { agentName } = known.content;
    this.#end(
      approvalId,
      `The question about “${agentName}” is over: it was answered on another device, or the number was given back.`,
    );
  }

  #unanswered(approvalId: string): void {
    const known = this.#known.get(approvalId);
    if (known === undefined) return;
    this.#log(known.content, "no_answer");
    this.#end(approvalId, `Nobody answered in time, so “${known.content.agentName}” did not get the code.`);
  }

  #end(approvalId: string, word: string | null): void {
    const known = this.#known.get(approvalId);
    this.#forget(approvalId);
    if (known !== undefined) this.#options.queue.end(known.id, word);
  }

  #forget(approvalId: string): void {
    clearTimeout(this.#known.get(approvalId)?.timer);
    this.#known.delete(approvalId);
  }

  #log(
    { agentName, phoneNumber, service }: Content,
    decision: "allow" | "allow_service" | "deny" | "no_answer",
  ): void {
    this.#options.log.add({
      at: this.#options.now(),
      agentName,
      phoneNumber: maskPhoneNumber(phoneNumber),
      ...(service === undefined ? {} : { service }),
      decision,
    });
  }
}
