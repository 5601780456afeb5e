/** Many of the product's own clients, as a program. Notes which messages each has heard of, and when it is live again. */
import { FeedSupervisor } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { parseCursor } from "@agentpass/shared/cursor";
import { Secret } from "@agentpass/shared/secret";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { serveCommands } from "../serve-commands.ts";

const startInput = z.object({ url: z.string(), keys: z.array(z.string()), count: z.number() });

/** A new client every so often, as they come in life; their return is what is measured. */
const START_EVERY_MS = 2;

interface Client {
  feed: FeedSupervisor;
  ids: string[];
  wasAway: boolean;
  liveAt: number;
}

const clients: Client[] = [];
let violations = 0;

/** Milliseconds of the machine's clock that all its processes share. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

function startClient(url: string, key: Secret): void {
  let lastSeq = 0;
  const client: Client = {
    ids: [],
    wasAway: false,
    liveAt: 0,
    feed: new FeedSupervisor({
      endpoint: async () => ({ url: feedUrl(url), key }),
      onItem: (item, cursor) => {
        const seq = parseCursor(cursor)?.seq ?? -1;
        if (item.type === "gap" || seq < lastSeq || (seq === lastSeq && item.type !== "heartbeat"))
          violations += 1;
        lastSeq = seq;
        if (item.type === "message.received" && item.messageId !== undefined) client.ids.push(item.messageId);
      },
      onState: ({ state }) => {
        if (state === "live") client.liveAt = now();
        else client.wasAway = true;
      },
    }),
  };
  clients.push(client);
  client.feed.start();
}

async function until(condition: (client: Client) => boolean): Promise<void> {
  while (!clients.every(condition)) await pause(20);
}

serveCommands(
  {
    async start(input) {
      const { url, keys, count } = startInput.parse(input);
      for (let index = 0; index < count; index += 1) {
        startClient(url, new Secret(keys[index % keys.length] ?? ""));
        await pause(START_EVERY_MS);
      }
      await until(({ feed }) => feed.state.state === "live");
      for (const client of clients) client.wasAway = false;
    },
    /** Resolves when each client has been away and is live again. Gives when each became so. */
    async back() {
      await until(({ feed, wasAway }) => wasAway && feed.state.state === "live");
      return clients.map(({ liveAt }) => liveAt);
    },
    /** Resolves when each client has heard of so many messages. Gives what is missing or wrong. */
    async heard(input) {
      const wanted = z.array(z.string()).parse(input);
      await until(({ ids }) => ids.length >= wanted.length);
      const lost = clients.reduce((sum, { ids }) => sum + wanted.filter((id) => !ids.includes(id)).length, 0);
      const twice = clients.filter(({ ids }) => new Set(ids).size !== ids.length).length;
      for (const client of clients) client.wasAway = false;
      return { lost, twice, violations };
    },
  },
  () => {
    for (const { feed } of clients) feed.stop();
  },
);
