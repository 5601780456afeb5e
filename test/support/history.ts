/**
 * The checker of all fault tests: an append-only history of what was acknowledged to the sender against what each
 * consumer got. Nothing may be lost, nothing foreign, and everything once: what comes again must say so.
 */
export interface SentSms {
  /** The provider's id of the message. */
  id: string;
  to: string;
  code: string;
}

export interface ReceivedSms {
  /** Who got it. */
  consumer: string;
  id: string;
  to: string;
  code: string;
  /** Marked by the product as given out before. */
  redelivered: boolean;
}

type Entry =
  | { what: "sent"; sms: SentSms }
  | { what: "acknowledged"; id: string }
  | { what: "received"; sms: ReceivedSms }
  | { what: "fault"; name: string };

export class History {
  readonly #entries: Entry[] = [];
  /** Whose number it is. */
  readonly #holders: ReadonlyMap<string, string>;

  /** `holders`: the consumer of each number. */
  constructor(holders: ReadonlyMap<string, string>) {
    this.#holders = holders;
  }

  /** Before the first delivery of a message is tried. */
  sent(sms: SentSms): void {
    this.#entries.push({ what: "sent", sms });
  }

  /** The webhook answered 2xx. */
  acknowledged(id: string): void {
    this.#entries.push({ what: "acknowledged", id });
  }

  received(sms: ReceivedSms): void {
    this.#entries.push({ what: "received", sms });
  }

  /** A fault has been injected and has had its effect. */
  fault(name: string): void {
    this.#entries.push({ what: "fault", name });
  }

  faults(name: string): number {
    return this.#entries.filter((entry) => entry.what === "fault" && entry.name === name).length;
  }

  /** Ids that were acknowledged and that nobody got. */
  missing(): string[] {
    const got = new Set(this.#received().map(({ id }) => id));
    return this.acknowledgedIds().filter((id) => !got.has(id));
  }

  acknowledgedIds(): string[] {
    return [...new Set(this.#entries.flatMap((entry) => (entry.what === "acknowledged" ? [entry.id] : [])))];
  }

  /** Everything that is wrong, one line each; empty where nothing is. */
  violations(): string[] {
    const sent = new Map(
      this.#entries.flatMap((entry) => (entry.what === "sent" ? [[entry.sms.id, entry.sms]] : [])),
    );
    const seen = new Set<string>();
    const wrong = this.missing().map((id) => `lost: ${id} was acknowledged and nobody got it`);
    for (const { consumer, id, to, code, redelivered } of this.#received()) {
      const original = sent.get(id);
      if (!original) wrong.push(`foreign: ${consumer} got ${id}, which nobody sent`);
      else if (original.code !== code || original.to !== to)
        wrong.push(`changed: ${consumer} got ${code} of ${to} where ${id} was ${original.code}`);
      if (this.#holders.get(to) !== consumer)
        wrong.push(`foreign: ${consumer} got ${id} of another's number`);
      if (seen.has(id) && !redelivered) wrong.push(`twice: ${consumer} got ${id} again without a mark`);
      seen.add(id);
    }
    return wrong;
  }

  #received(): ReceivedSms[] {
    return this.#entries.flatMap((entry) => (entry.what === "received" ? [entry.sms] : []));
  }
}
