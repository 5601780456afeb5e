import { fail } from "@agentpass/shared/problem";
import { randomUUID } from "node:crypto";
import {
  type FirstContactQuestion,
  type MessageQuestion,
  type Question,
  type QuestionAnswer,
  type QuestionView,
} from "../../shared/question.ts";
import { UNREAD_MS } from "../../shared/unread.ts";
import { Observable } from "../observable.ts";

type Asked<Q> = Omit<Q, "id" | "waiting">;

/** What a person is to be asked, and what an answer does: both are fixed before the person sees it. */
export interface PreparedQuestion {
  readonly content: Asked<MessageQuestion> | Asked<FirstContactQuestion>;
  /** Rejects with a ProblemError: then the question stays open. */
  release: (answer: QuestionAnswer) => Promise<void>;
}

interface Queued extends PreparedQuestion {
  readonly id: string;
}

/** The questions that are open, one shown at a time, the one that came first. */
export class QuestionQueue {
  readonly view = new Observable<QuestionView>({ question: null, word: null });
  readonly openCount = new Observable(0);
  readonly #ticks: () => number;
  #queue: readonly Queued[] = [];
  /** When the person could first see what is shown. */
  #shownAt = 0;
  #answering = false;

  /** `ticks`: milliseconds of a clock that nobody sets. */
  constructor(ticks: () => number = () => performance.now()) {
    this.#ticks = ticks;
  }

  /** Gives the id under which it is asked. */
  add(prepared: PreparedQuestion): string {
    const id = randomUUID();
    const content = Object.freeze(structuredClone(prepared.content));
    this.#change([...this.#queue, { id, content, release: prepared.release }], this.view.value.word);
    return id;
  }

  /** It is not to be answered any more; `word` tells the person why, where it was the one shown. */
  end(id: string, word: string | null): void {
    const isShown = this.view.value.question?.id === id;
    this.#change(
      this.#queue.filter((queued) => queued.id !== id),
      isShown ? word : this.view.value.word,
    );
  }

  /** The window was opened or loaded: from now on the person can read it. */
  seen(): QuestionView {
    this.#shownAt = this.#ticks();
    return this.view.value;
  }

  /** The window has told what became of the question before. */
  forgetWord(): void {
    this.#change(this.#queue, null);
  }

  /** Releases what was shown under this id. Rejects with a ProblemError, and then nothing was answered. */
  async answer(answer: QuestionAnswer): Promise<void> {
    const [shown] = this.#queue;
    if (shown === undefined || shown.id !== answer.id)
      fail("conflict", "This question is over or has changed. Nothing was answered.");
    if (this.#ticks() - this.#shownAt < UNREAD_MS)
      fail("too_many_requests", "This question has only just appeared. Read it, then answer.");
    if (!fits(shown.content, answer))
      fail("invalid_input", "This is no answer to the question that is shown.");
    if (this.#answering) fail("conflict", "The answer is on its way already.");
    this.#answering = true;
    try {
      await shown.release(answer);
    } finally {
      this.#answering = false;
    }
    this.end(shown.id, null);
  }

  #change(queue: readonly Queued[], word: string | null): void {
    const before = this.view.value.question?.id;
    this.#queue = queue;
    const [first] = queue;
    const question: Question | null =
      first === undefined ? null : { ...first.content, id: first.id, waiting: queue.length - 1 };
    if (question !== null && question.id !== before) this.#shownAt = this.#ticks();
    this.openCount.set(queue.length);
    this.view.set({ question, word });
  }
}

function fits({ kind }: PreparedQuestion["content"], { decision }: QuestionAnswer): boolean {
  if (decision === "deny") return true;
  return (kind === "first_contact") === (decision === "allow_program");
}
