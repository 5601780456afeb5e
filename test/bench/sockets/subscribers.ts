/** Many clients of one server, as a program. Notes what each of them gets, in its order, and when. */
import { z } from "zod";
import { inParallel } from "../../support/in-parallel.ts";
import { serveCommands } from "../serve-commands.ts";
import { clients } from "./connect-client.ts";

const connectInput = z.object({
  kind: z.enum(["raw", "socket.io", "trpc", "agentpass"]),
  port: z.number(),
  key: z.string(),
  count: z.number(),
});

/** Connections that are made at once: what is measured is not how they come. */
const AT_ONCE = 20;

interface Heard {
  lastSeq: number;
  ids: string[];
}

const all: Heard[] = [];
let wanted = 0;
let [firstAt, lastAt, complete, disorder] = [0, 0, 0, 0];
let whenComplete: () => void = () => {};

/** Milliseconds of the machine's clock that all its processes share. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

function hear(mine: Heard, cursor: string, id: string): void {
  lastAt = now();
  firstAt ||= lastAt;
  const seq = Number(cursor.split(":")[1]);
  if (seq <= mine.lastSeq) disorder += 1;
  mine.lastSeq = seq;
  if (mine.ids.push(id) !== wanted) return;
  complete += 1;
  if (complete === all.length) whenComplete();
}

async function connect(input: unknown): Promise<void> {
  const { kind, port, key, count } = connectInput.parse(input);
  const url = `${kind === "socket.io" ? "http" : "ws"}://127.0.0.1:${port}`;
  const one = async (): Promise<void> => {
    const mine: Heard = { lastSeq: 0, ids: [] };
    await clients[kind](url, (cursor, id) => hear(mine, cursor, id), key);
    all.push(mine);
  };
  await inParallel([...Array(count).keys()], AT_ONCE, one);
}

serveCommands({
  connect,
  /** From now on each client is to get so many messages. */
  async expect(input) {
    wanted = z.number().parse(input);
    [firstAt, lastAt, complete, disorder] = [0, 0, 0, 0];
    for (const mine of all) mine.ids = [];
  },
  /** Resolves when every client has got them. Fails where they did not all get the same, once and in order. */
  async collect() {
    if (complete < all.length) await new Promise<void>((resolve) => (whenComplete = resolve));
    const ids = all[0]?.ids ?? [];
    const same = all.every((mine) => mine.ids.join() === ids.join());
    if (!same || disorder > 0 || new Set(ids).size !== wanted)
      throw new Error(`the clients heard different things: ${disorder} out of order`);
    return { firstAt, lastAt, ids };
  },
});
