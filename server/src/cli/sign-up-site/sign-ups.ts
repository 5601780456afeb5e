import { randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { E164 } from "@agentpass/shared/phone-number";

/** The limits of a real site; all of them are told on its pages. */
export const limits = {
  pending: 100,
  tries: 5,
  codeMs: 5 * 60_000,
  resendAfterMs: 15_000,
  resends: 3,
} as const;

export interface SignUp {
  /** 128 random bits: who knows it may go on with it. */
  id: string;
  name: string;
  phoneNumber: E164;
  code: string;
  /** Epoch milliseconds. */
  sentAt: number;
  triesLeft: number;
  resendsLeft: number;
  done: boolean;
}

/** What became of a step; a refusal says what is wrong and the mend. */
export type Step = { ok: true } | { ok: false; message: string };

/** Sign-ups in memory, at most `limits.pending`, each forgotten when its code has been over for as long as it was good. */
export class SignUps {
  readonly #open = new Map<string, SignUp>();
  readonly #now: () => number;
  readonly #newCode: () => string;

  constructor(now: () => number = Date.now, newCode: () => string = sixDigits) {
    this.#now = now;
    this.#newCode = newCode;
  }

  /** A new one with its first code; null where too many are open. */
  begin(name: string, phoneNumber: E164): SignUp | null {
    this.#forgetOld();
    if (this.#open.size >= limits.pending) return null;
    const signUp: SignUp = {
      id: randomBytes(16).toString("hex"),
      name,
      phoneNumber,
      code: this.#newCode(),
      sentAt: this.#now(),
      triesLeft: limits.tries,
      resendsLeft: limits.resends,
      done: false,
    };
    this.#open.set(signUp.id, signUp);
    return signUp;
  }

  find(id: string): SignUp | null {
    this.#forgetOld();
    return this.#open.get(id) ?? null;
  }

  /** For one whose first code could not be sent. */
  forget({ id }: SignUp): void {
    this.#open.delete(id);
  }

  /** Gives it another code, to be sent; the one before is void. */
  renew(signUp: SignUp): Step {
    if (signUp.resendsLeft === 0)
      return refused("No more codes are sent for this sign-up. Start again with your name and number.");
    const waitMs = signUp.sentAt + limits.resendAfterMs - this.#now();
    if (waitMs > 0)
      return refused(`A code was sent a moment ago. Ask for another in ${Math.ceil(waitMs / 1000)} seconds.`);
    signUp.code = this.#newCode();
    signUp.sentAt = this.#now();
    signUp.triesLeft = limits.tries;
    signUp.resendsLeft -= 1;
    return { ok: true };
  }

  /** Spaces and hyphens in what was typed count for nothing. */
  check(signUp: SignUp, typed: string): Step {
    if (this.#now() >= signUp.sentAt + limits.codeMs)
      return refused("This code has expired. Ask for a new one.");
    if (signUp.triesLeft === 0) return refused("There were too many wrong codes. Ask for a new one.");
    const digits = typed.replaceAll(/[\s-]/g, "");
    if (!/^\d{6}$/.test(digits)) return refused("Enter the six digits of the code that we sent.");
    if (!timingSafeEqual(Buffer.from(digits), Buffer.from(signUp.code))) {
      signUp.triesLeft -= 1;
      return refused(
        signUp.triesLeft === 0
          ? "That is not the code, and it was the last try. Ask for a new one."
          : `That is not the code. ${triesLeft(signUp.triesLeft)}`,
      );
    }
    signUp.done = true;
    return { ok: true };
  }

  #forgetOld(): void {
    const before = this.#now() - 2 * limits.codeMs;
    for (const [id, { sentAt }] of this.#open) if (sentAt <= before) this.#open.delete(id);
  }
}

function triesLeft(count: number): string {
  return count === 1 ? "One try is left." : `${count} tries are left.`;
}

function refused(message: string): Step {
  return { ok: false, message };
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
