import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { Observable } from "../observable.ts";
import { deniedProblem, told } from "./sentences.ts";

const ANSWER_MS = 60_000;
/** Questions open at once, and names denied before nobody new is asked about: a program may take a new name each time. */
const MAX_QUESTIONS = 3;
const MAX_DENIED = 10;

/** A program that no person has let in yet. */
export interface FirstContact {
  /** What it calls itself; it may claim anything. */
  clientName: string;
  /** What the system says of the process that asks; null where it cannot be told. */
  program: string | null;
  /** Epoch milliseconds. */
  askedAt: number;
  endsAt: number;
  /** Aborts when the question is over without an answer. */
  signal: AbortSignal;
}

export type FirstContactAnswer = { allow: true; name: string; policy: ApprovalPolicy } | { allow: false };
export type AllowedContact = Extract<FirstContactAnswer, { allow: true }>;

export interface DeniedContact {
  clientName: string;
  deniedAt: number;
  why: "person" | "no_answer";
}

export interface FirstContactsOptions {
  /** Shows the question to the person. A rejection counts as no answer. */
  ask: (contact: FirstContact) => Promise<FirstContactAnswer>;
  now?: () => number;
  answerMs?: number;
}

/** Asks the person about programs, each name once, and remembers what was answered until the tray ends. */
export class FirstContacts {
  /** Those that are not asked about again. */
  readonly denied = new Observable<readonly DeniedContact[]>([]);
  readonly #ask: FirstContactsOptions["ask"];
  readonly #now: () => number;
  readonly #answerMs: number;
  readonly #open = new Map<string, Promise<void>>();
  readonly #allowed = new Map<string, AllowedContact>();
  readonly #over = new AbortController();

  constructor({ ask, now = Date.now, answerMs = ANSWER_MS }: FirstContactsOptions) {
    this.#ask = ask;
    this.#now = now;
    this.#answerMs = answerMs;
  }

  /**
   * Gives how the person let this program in, by the name it gives itself, waiting at most so many milliseconds; asks where nothing is known yet.
   * Rejects with a ProblemError: denied, or not answered so far. An answer that comes later is there for the next call.
   */
  async outcome(
    { clientName, program }: Pick<FirstContact, "clientName" | "program">,
    patienceMs: number,
  ): Promise<AllowedContact> {
    if (this.#known(clientName) === null && !this.#open.has(clientName)) this.#begin(clientName, program);
    await this.#settled(clientName, patienceMs);
    const known = this.#known(clientName) ?? told.unanswered;
    if ("allow" in known) return known;
    throw new ProblemError(known);
  }

  /** The person lets a program in that was denied, or that has not asked yet; its next call works. */
  allow(clientName: string, allowed: Omit<AllowedContact, "allow">): void {
    this.#forget(clientName);
    this.#allowed.set(clientName, { allow: true, ...allowed });
  }

  /** The program has its token: whoever comes next without one is asked about. */
  used(clientName: string): void {
    this.#allowed.delete(clientName);
  }

  /** Takes back every open question. */
  close(): void {
    this.#over.abort();
  }

  #known(clientName: string): AllowedContact | Problem | null {
    const allowed = this.#allowed.get(clientName);
    if (allowed) return allowed;
    const denied = this.denied.value.find((one) => one.clientName === clientName);
    return denied ? deniedProblem(clientName, denied.why) : null;
  }

  #begin(clientName: string, program: string | null): void {
    if (this.#open.size >= MAX_QUESTIONS) throw new ProblemError(told.tooManyQuestions);
    if (this.denied.value.length >= MAX_DENIED) throw new ProblemError(told.tooManyDenied);
    const question = this.#question(clientName, program).finally(() => this.#open.delete(clientName));
    this.#open.set(clientName, question);
  }

  async #question(clientName: string, program: string | null): Promise<void> {
    const askedAt = this.#now();
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, this.#over.signal]);
    const silence = new Promise<null>((resolve) => {
      const timer = setTimeout(() => ended.abort(), this.#answerMs);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve(null);
      });
    });
    const contact = { clientName, program, askedAt, endsAt: askedAt + this.#answerMs, signal };
    const asked = this.#ask(contact).catch(() => null);
    const answer = await Promise.race([asked, silence]);
    ended.abort();
    if (this.#over.signal.aborted || this.#known(clientName) !== null) return;
    if (answer?.allow) this.#allowed.set(clientName, answer);
    else this.#deny({ clientName, deniedAt: this.#now(), why: answer === null ? "no_answer" : "person" });
  }

  #deny(denied: DeniedContact): void {
    this.denied.set([...this.denied.value, denied]);
  }

  #forget(clientName: string): void {
    this.denied.set(this.denied.value.filter((one) => one.clientName !== clientName));
  }

  async #settled(clientName: string, patienceMs: number): Promise<void> {
    const question = this.#open.get(clientName);
    if (!question) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
    await Promise.race([question, patience]);
    clearTimeout(timer);
  }
}
