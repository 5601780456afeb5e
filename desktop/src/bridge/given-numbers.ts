type NumberRequest = Readonly<Record<string, unknown>>;

/** The numbers that this client was given, so that a call that names none, or another, can be told which are meant. */
export class GivenNumbers {
  /** By number: the arguments that got it, and whether it is held still. The one given last comes last. */
  readonly #given = new Map<string, { request: NumberRequest; isHeld: boolean }>();

  note(phoneNumber: string, request: NumberRequest): void {
    this.#given.delete(phoneNumber);
    this.#given.set(phoneNumber, { request, isHeld: true });
  }

  /** The client holds it no more. */
  ended(phoneNumber: string): void {
    const given = this.#given.get(phoneNumber);
    if (given) this.#given.set(phoneNumber, { ...given, isHeld: false });
  }

  /** Those held still, in the order in which they were given. */
  get held(): string[] {
    return [...this.#given].filter(([, { isHeld }]) => isHeld).map(([phoneNumber]) => phoneNumber);
  }

  /** The arguments of get_phone_number that got this number; null where it was never given. */
  requestOf(phoneNumber: string): NumberRequest | null {
    return this.#given.get(phoneNumber)?.request ?? null;
  }
}
