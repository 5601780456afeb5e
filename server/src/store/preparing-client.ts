import { createHash } from "node:crypto";
import { Client, type ClientConfig } from "pg";

/** A multi-row insert has a text for every number of rows; those are not worth a plan each. */
const LONGEST_PREPARED = 6_000;

const names = new Map<string, string>();

/** Names are the text's digest: two nodes or connections never give one name to two statements. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha1").update(text).digest("hex");
    names.set(text, name);
  }
  return name;
}

/**
 * Prepares every statement that has parameters under a name, so that PostgreSQL plans it once a connection and not
 * every time: planning took most of a statement's time here, because `messages` has a partition a day.
 *
 * And ends a connection on which an answer did not come in time (`query_timeout`). node-postgres gives it back to the
 * pool as good, where every later statement would wait behind the dead one.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const bound = this.query.bind(this) as (...args: unknown[]) => unknown;
    const query = (...args: unknown[]): unknown => {
      const result = bound(...args);
      if (result instanceof Promise) result.catch((failure: unknown) => this.#endIfDead(failure));
      return result;
    };
    // pg's own type has a dozen overloads; a text with parameters is the only form that is changed.
    this.query = ((...args: unknown[]) => {
      const [text, values, ...rest] = args;
      if (
        typeof text !== "string" ||
        !Array.isArray(values) ||
        values.length === 0 ||
        text.length > LONGEST_PREPARED
      )
        return query(...args);
      return query({ name: nameOf(text), text, values }, ...rest);
    }) as typeof this.query;
  }

  #endIfDead(failure: unknown): void {
    if (!(failure instanceof Error) || failure.message !== "Query read timeout") return;
    // `end` makes the pool let it go, but waits for the other side.
    void this.end();
    this.connection.stream.destroy();
  }
}
