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
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
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
}
