import type { InspectOptions } from "node:util";

/** A value that prints as `[secret]` wherever it ends up: logs, errors, JSON, string templates. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that uses it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [Symbol.for("nodejs.util.inspect.custom")](_depth: number, _options: InspectOptions): string {
    return "[secret]";
  }
}
