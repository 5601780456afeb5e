import type { Problem } from "@agentpass/shared/problem";
import { createHash, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Observable } from "../observable.ts";

/** A client that could not save its token is allowed again under its name, and gets another one. */
const MAX_TOKENS = 5;
const SEEN_EVERY_MS = 60_000;

const localAgent = z.object({
  id: z.string(),
  /** As the person calls it, and the team. */
  name: z.string(),
  /** What the person wrote when they let it in or renamed it; the name may have a number besides. */
  chosenName: z.string(),
  /** SHA-256, hexadecimal, the newest first. */
  tokenHashes: z.array(z.string()),
  /** The account it was allowed in, and its agent and key on that account's server. The key is null once revoked. */
  accountId: z.string(),
  agentId: z.string(),
  key: z.string().nullable(),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  lastSeenAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
});
export type LocalAgent = Readonly<z.infer<typeof localAgent>>;
export type UsableAgent = LocalAgent & { key: string };

/** All of them, as they are kept in the secrets file. Holds keys. */
export const storedLocalAgents = z.array(localAgent);
export type StoredLocalAgents = z.infer<typeof storedLocalAgents>;

export interface LocalAgentsStore {
  /** Null where nothing was saved yet. Rejects where what is there cannot be read. */
  load(): Promise<unknown>;
  save(agents: StoredLocalAgents): Promise<void>;
}

/** What an agent is on the server. */
export interface ServerAgent {
  name: string;
  chosenName: string;
  accountId: string;
  agentId: string;
  key: string;
}

/** The programs of this computer that a person has let in, with their tokens. */
export class LocalAgents {
  readonly all = new Observable<readonly LocalAgent[]>([]);
  /** Why they could not be read or saved the last time; null: they were. */
  readonly problem = new Observable<Problem | null>(null);
  readonly #store: LocalAgentsStore;
  readonly #now: () => number;
  #saving: Promise<void> = Promise.resolve();

  private constructor(store: LocalAgentsStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  static async load(store: LocalAgentsStore, now: () => number = Date.now): Promise<LocalAgents> {
    const agents = new LocalAgents(store, now);
    try {
      agents.all.set(storedLocalAgents.parse((await store.load()) ?? []));
    } catch (error) {
      agents.problem.set({
        code: "unavailable",
        message: `AgentPass could not read which programs it had let in, and will ask about each again: ${reason(error)}`,
      });
    }
    return agents;
  }

  get(id: string): LocalAgent | null {
    return this.all.value.find((agent) => agent.id === id) ?? null;
  }

  /** Whose token this is, revoked ones too. */
  byToken(token: string): LocalAgent | null {
    const hash = Buffer.from(hashOf(token));
    const isIt = (known: string): boolean =>
      known.length === hash.length && timingSafeEqual(Buffer.from(known), hash);
    return this.all.value.find(({ tokenHashes }) => tokenHashes.some(isIt)) ?? null;
  }

  /** One that works in this account, by the name the person gave it. */
  byName(name: string, accountId: string): LocalAgent | null {
    const isIt = (agent: LocalAgent): boolean =>
      agent.chosenName === name && agent.accountId === accountId && isUsable(agent);
    return this.all.value.find(isIt) ?? null;
  }

  async add(server: ServerAgent): Promise<LocalAgent> {
    const agent: LocalAgent = {
      ...server,
      id: randomUUID(),
      tokenHashes: [],
      createdAt: this.#now(),
      lastSeenAt: null,
      revokedAt: null,
    };
    this.all.set([...this.all.value, agent]);
    await this.#save();
    return agent;
  }

  /** Gives a further token, which is known nowhere else. */
  async newToken(id: string): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await this.#change(id, ({ tokenHashes }) => ({
      tokenHashes: [hashOf(token), ...tokenHashes].slice(0, MAX_TOKENS),
    }));
    return token;
  }

  /** Puts another agent of the server in the place of one that was revoked, refused or belongs to another account. */
  renew(id: string, server: ServerAgent): Promise<void> {
    return this.#change(id, () => ({ ...server, revokedAt: null }));
  }

  rename(id: string, name: string): Promise<void> {
    return this.#change(id, () => ({ name, chosenName: name }));
  }

  /** Its tokens open nothing from now on, and its key is forgotten. */
  revoke(id: string): Promise<void> {
    return this.#change(id, ({ revokedAt }) => ({ key: null, revokedAt: revokedAt ?? this.#now() }));
  }

  /** A bridge of it connected or left. */
  async seen(id: string): Promise<void> {
    const last = this.get(id)?.lastSeenAt ?? 0;
    if (this.#now() - last < SEEN_EVERY_MS) return;
    await this.#change(id, () => ({ lastSeenAt: this.#now() }));
  }

  /** Resolves when everything up to now is saved, or could not be. */
  saved(): Promise<void> {
    return this.#saving;
  }

  async #change(id: string, change: (agent: LocalAgent) => Partial<LocalAgent>): Promise<void> {
    this.all.set(this.all.value.map((agent) => (agent.id === id ? { ...agent, ...change(agent) } : agent)));
    await this.#save();
  }

  /** One after the other, so that the last state is what stays. What cannot be saved holds until the end of this run. */
  #save(): Promise<void> {
    this.#saving = this.#saving.then(async () => {
      try {
        await this.#store.save([...this.all.value]);
        this.problem.set(null);
      } catch (error) {
        this.problem.set({
          code: "unavailable",
          message: `AgentPass could not save which programs it lets in, and will ask about them again after its next start: ${reason(error)}`,
        });
      }
    });
    return this.#saving;
  }
}

/** Whether it has a key and was not revoked. */
export function isUsable(agent: LocalAgent): agent is UsableAgent {
  return agent.key !== null && agent.revokedAt === null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
