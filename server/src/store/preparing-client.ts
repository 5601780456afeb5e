import { createHash } from "node:crypto";
import { Client, type ClientConfig, type QueryResult } from "pg";

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

/** A multi-row insert has a text for every number of rows; those are not worth a plan each. */
const LONGEST_PREPARED = 6_000;
const NOTHING: QueryResult = { command: "BEGIN", rowCount: null, oid: 0, rows: [], fields: [] };

/**
 * Saves most of the time that a statement takes. One with parameters is prepared under a name: PostgreSQL plans it
 * once a connection and not every time, and `messages` has partitions to plan over. A `begin` is sent
 * together with the statement that follows it, which fails where the `begin` failed; that needs the pool's option
 * `pipeline`.
 *
 * And ends a connection on which an answer did not come in time (`query_timeout`). node-postgres gives it back to the
 * pool as good, where every later statement would wait behind the dead one.
 */
export class PreparingClient extends Client {
  constructor(config?: ClientConfig) {
    super(config);
    const bound = this.query.bind(this) as (...args: unknown[]) => Promise<QueryResult>;
    const send: typeof bound = (...args) => {
      const result: unknown = bound(...args);
      if (result instanceof Promise) result.catch((failure: unknown) => this.#endIfDead(failure));
      return result as Promise<QueryResult>;
    };
    let begun: Promise<QueryResult> | null = null;
    // What is asked for in one turn of the event loop leaves in one write: each write wakes PostgreSQL.
    const holdUntilNextTurn = (): void => {
      const { stream } = this.connection;
      stream.cork();
      process.nextTick(() => stream.uncork());
    };
    // pg's own type has a dozen overloads; these are the forms in which Kysely calls it.
    this.query = ((...args: unknown[]) => {
      const [text, values, ...rest] = args;
      holdUntilNextTurn();
      if (typeof text !== "string") return send(...args);
      if (text.startsWith("begin")) {
        begun = send(text);
        begun.catch(() => {});
        return Promise.resolve(NOTHING);
      }
      const hasParameters = Array.isArray(values) && values.length > 0 && text.length <= LONGEST_PREPARED;
      const sent = hasParameters ? send({ name: nameOf(text), text, values }, ...rest) : send(...args);
      if (begun === null) return sent;
      const both = Promise.all([begun, sent]);
      begun = null;
      return both.then(([, result]) => result);
    }) as typeof this.query;
  }

  #endIfDead(failure: unknown): void {
    if (!(failure instanceof Error) || failure.message !== "Query read timeout") return;
    // `end` makes the pool let it go, but waits for the other side.
    void this.end();
    this.connection.stream.destroy();
  }
}
