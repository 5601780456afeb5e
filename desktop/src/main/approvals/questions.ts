import type { DecisionView } from "../../shared/app-state.ts";
import type { QuestionAnswer, QuestionView } from "../../shared/question.ts";
import type { FirstContact, FirstContactAnswer } from "../agent-socket/first-contacts.ts";
import type { DeviceFeed } from "../connection/device-feed.ts";
import type { Observable } from "../observable.ts";
import type { DecisionLog } from "./decision-log.ts";
import { MessageQuestions, type SignedInMember } from "./message-questions.ts";
import { askAboutProgram } from "./program-questions.ts";
import { QuestionQueue } from "./question-queue.ts";

export interface QuestionsOptions {
  feed: DeviceFeed;
  account: SignedInMember;
  log: DecisionLog;
  /** Epoch milliseconds, here and on the server. */
  now?: () => number;
  serverNow?: () => number;
}

/** Everything that a person is asked: whether agents may have messages, and whether programs may become agents. */
export class Questions {
  readonly #queue = new QuestionQueue();
  readonly #log: DecisionLog;
  readonly #now: () => number;

  constructor({ feed, account, log, now = Date.now, serverNow = now }: QuestionsOptions) {
    this.#log = log;
    this.#now = now;
    new MessageQuestions({ feed, account, log, now, serverNow, queue: this.#queue }).start();
  }

  /** What the window that asks shows. */
  get view(): Observable<QuestionView> {
    return this.#queue.view;
  }

  get openCount(): Observable<number> {
    return this.#queue.openCount;
  }

  /** The newest first. */
  get decisions(): Observable<DecisionView[]> {
    return this.#log.all;
  }

  /** The window was opened or loaded: from now on the person can read it. */
  seen(): QuestionView {
    return this.#queue.seen();
  }

  forgetWord(): void {
    this.#queue.forgetWord();
  }

  /** Rejects with a ProblemError, and then nothing was answered. */
  answer(answer: QuestionAnswer): Promise<void> {
    return this.#queue.answer(answer);
  }

  /** For the agents' socket: asks about a program that nobody has let in yet. */
  askFirstContact(contact: FirstContact): Promise<FirstContactAnswer> {
    return askAboutProgram({ queue: this.#queue, log: this.#log, now: this.#now }, contact);
  }
}
