import { fail, ProblemError } from "@agentpass/shared/problem";
import type { PairingView } from "../../shared/app-state.ts";
import type { NewAccount, SignedInAccount } from "../account/account.ts";
import { Observable } from "../observable.ts";
import { contactServer, outdated } from "../server-contact/contact-server.ts";
import { acceptInvitation, startPairing, waitForApproval, type ThisDevice } from "./let-in.ts";
import { parsePairingTarget, type PairingTarget } from "./pairing-target.ts";

export interface PairingOptions {
  device: ThisDevice;
  account: Observable<SignedInAccount | null>;
  /** Takes the place of an account that was there. */
  signIn: (account: NewAccount) => Promise<void>;
  /** Hears of what should not have happened. */
  onBug: (error: unknown) => void;
}

/** Connecting this computer to a team's server, as far as a person has to do with it. One at a time. */
export class Pairing {
  readonly view = new Observable<PairingView>({ step: "none" });
  readonly #options: PairingOptions;
  /** What is to be confirmed. */
  #target: PairingTarget | null = null;
  #attempt = new AbortController();

  constructor(options: PairingOptions) {
    this.#options = options;
  }

  /** `text`: an address, or an invitation's link. Throws a ProblemError where it is neither. */
  begin(text: string): void {
    const target = parsePairingTarget(text);
    const isHarmless = target.invitation === null && this.#options.account.value === null;
    if (isHarmless) this.#start(target);
    else this.#ask(target, target.invitation === null ? "typed" : "link");
  }

  /** A link that another program opened; whoever made it wants something, so the person is always asked. */
  openLink(link: string): void {
    try {
      this.#ask(parsePairingTarget(link), "link");
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#end({ step: "failed", server: "the link", problem: error.problem });
    }
  }

  /** The person agrees to what `view` asks. */
  confirm(): void {
    if (this.view.value.step !== "confirm" || this.#target === null)
      fail("conflict", "There is nothing to confirm any more. Open the link again, or type the address.");
    this.#start(this.#target);
  }

  /** Gives up what is under way, and takes away what it said. */
  cancel(): void {
    this.#end({ step: "none" });
  }

  #ask(target: PairingTarget, how: "typed" | "link"): void {
    const { value: account } = this.#options.account;
    const replaces = account === null ? null : account.server;
    this.#end({ step: "confirm", server: target.server, how, replaces });
    this.#target = target;
  }

  #end(view: PairingView): void {
    this.#attempt.abort();
    this.#target = null;
    this.view.set(view);
  }

  #start(target: PairingTarget): void {
    const { server } = target;
    this.#end({ step: "contacting", server });
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    this.#run(target, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      if (error instanceof ProblemError) this.#end({ step: "failed", server, problem: error.problem });
      else {
        this.#end({ step: "none" });
        this.#options.onBug(error);
      }
    });
  }

  async #run({ server, invitation }: PairingTarget, signal: AbortSignal): Promise<void> {
    const { device } = this.#options;
    const askedAt = Date.now();
    const hello = await contactServer(server);
    const misfit = outdated(hello.version);
    if (misfit !== null) throw new ProblemError(misfit.problem);
    signal.throwIfAborted();
    if (invitation !== null) {
      const paired = await acceptInvitation(server, invitation, device);
      // An invitation is used up: who cancelled now is let in all the same.
      return this.#letIn({ ...paired, server, mode: hello.mode, isLocal: false });
    }
    const started = await startPairing(server, device);
    signal.throwIfAborted();
    const { userCode } = started;
    const expiresAt = started.expiresAt - (hello.now - askedAt);
    this.view.set({ step: "waiting", server, userCode, url: `${server}/pair`, expiresAt });
    const paired = await waitForApproval(server, { started, hello, signal });
    return this.#letIn({ ...paired, server, mode: hello.mode, isLocal: false });
  }

  async #letIn(account: NewAccount): Promise<void> {
    await this.#options.signIn(account);
    this.#end({ step: "none" });
  }
}
