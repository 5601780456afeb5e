import { nameSchema } from "@agentpass/shared/name";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { Socket } from "node:net";
import type { CallFrame, Hello } from "../../tray-protocol/frames.ts";
import { Observable } from "../observable.ts";
import type { AgentAccount } from "./account.ts";
import { AgentLinks } from "./agent-links.ts";
import { BridgeConnection } from "./bridge-connection.ts";
import type { FirstContacts } from "./first-contacts.ts";
import { letIn } from "./let-in.ts";
import { isUsable, type LocalAgents, type UsableAgent } from "./local-agents.ts";
import { peerProgram } from "./peer-program.ts";
import { revokedProblem, told } from "./sentences.ts";

const MAX_BRIDGES = 200;
/** So much of a call's time is left for its answer when waiting for a person is given up. */
const ANSWER_MARGIN_MS = 1_000;

export interface BridgeSessionsOptions {
  agents: LocalAgents;
  account: AgentAccount;
  contacts: FirstContacts;
  /** Whether the person wants no agent of this computer to work now. */
  isPaused: () => boolean;
  idleMs?: number;
  onBug: (error: unknown) => void;
}

/** One bridge with what is known of it. */
interface Session {
  connection: BridgeConnection;
  /** What the program calls itself. */
  clientName: string;
  /** What the system says of its process. */
  program: () => Promise<string | null>;
  /** The local agent it works as; null until it has shown or been given a token. */
  agentId: string | null;
}

/** The bridges that are connected: who they are, whether they may, and what they hear. */
export class BridgeSessions {
  /** How many bridges of each local agent are connected. */
  readonly connected = new Observable<ReadonlyMap<string, number>>(new Map());
  /** Why a bridge could not be worked with, the last time that happened. */
  readonly outdated = new Observable<Problem | null>(null);
  readonly links: AgentLinks;
  readonly #options: BridgeSessionsOptions;
  readonly #sessions = new Set<Session>();
  /** By client name: a program is let in once, however many of its bridges ask. */
  readonly #lettingIn = new Map<string, Promise<void>>();

  constructor(options: BridgeSessionsOptions) {
    this.#options = options;
    this.links = new AgentLinks({
      ...options,
      isInUse: (agentId) => this.connected.value.has(agentId),
      onMissed: (agentId) => this.missed(agentId),
    });
  }

  accept(socket: Socket): void {
    const connection = new BridgeConnection(socket, {
      onHello: (hello) => this.#greet(session, hello),
      onCall: (call) => this.#run(session, call),
      onOutdated: (problem) => this.outdated.set(problem),
      onBug: this.#options.onBug,
      onClosed: () => this.#left(session),
    });
    const session: Session = {
      connection,
      clientName: "",
      program: () => peerProgram(socket),
      agentId: null,
    };
    this.#sessions.add(session);
    if (this.#sessions.size > MAX_BRIDGES) connection.refuse(told.tooManyBridges);
  }

  /** Tells an agent's bridges, or all, that changes may have been missed: each open wait asks again where it stands. */
  missed(agentId: string | null): void {
    for (const session of this.#sessions)
      if (agentId === null || session.agentId === agentId) session.connection.send({ type: "missed" });
  }

  close(): void {
    for (const { connection } of this.#sessions) connection.close();
    this.links.closeAll();
  }

  #greet(session: Session, { client, token }: Hello): void {
    const name = nameSchema.safeParse(client.slice(0, 100));
    this.outdated.set(null);
    session.clientName = name.success ? name.data : "a program without a name";
    session.agentId = token === null ? null : (this.#options.agents.byToken(token)?.id ?? null);
    this.#count(session);
  }

  #left(session: Session): void {
    this.#sessions.delete(session);
    this.links.drop(session.connection);
    this.#count(session);
  }

  async #run(session: Session, call: CallFrame): Promise<unknown> {
    const account = this.#options.account.current();
    if (account === null) throw new ProblemError(told.signedOut);
    if (this.#options.isPaused()) throw new ProblemError(told.paused);
    const agent =
      this.#agentOf(session, account.id) ??
      (await this.#letIn(session, { accountId: account.id, totalMs: call.limits.totalMs }));
    return this.links.of(agent).run(session.connection, call);
  }

  /** The session's agent; null where it has none in this account. Rejects where it was revoked. */
  #agentOf({ agentId }: Session, accountId: string): UsableAgent | null {
    const agent = agentId === null ? null : this.#options.agents.get(agentId);
    if (agent === null) return null;
    if (!isUsable(agent)) throw new ProblemError(revokedProblem(agent.name));
    return agent.accountId === accountId ? agent : null;
  }

  /** Has the person asked, and waits briefly; what the person answers later counts for the next call. */
  async #letIn(session: Session, { accountId, totalMs }: { accountId: string; totalMs: number }) {
    const { agents, contacts } = this.#options;
    const { clientName, agentId } = session;
    const program = await session.program();
    // Looking takes a while: another bridge of the program may have been let in, and this one with it.
    const letInMeanwhile = this.#agentOf(session, accountId);
    if (letInMeanwhile !== null) return letInMeanwhile;
    const allowed = await contacts.outcome({ clientName, program }, Math.max(0, totalMs - ANSWER_MARGIN_MS));
    // The person's word is kept for the program's next bridge.
    if (!this.#sessions.has(session)) failUnanswered();
    if (!this.#lettingIn.has(clientName) && this.#agentOf(session, accountId) === null) {
      const before = agentId === null ? null : agents.get(agentId);
      const work = letIn({ ...this.#options, accountId, allowed, before })
        .then((letInId) => this.#handOut({ agentId: letInId, accountId, clientName }))
        .finally(() => this.#lettingIn.delete(clientName));
      this.#lettingIn.set(clientName, work);
    }
    await this.#lettingIn.get(clientName);
    return this.#agentOf(session, accountId) ?? failUnanswered();
  }

  /** Gives a token to each bridge of the program that has none, or one from another account. */
  async #handOut({ agentId, accountId, clientName }: Record<"agentId" | "accountId" | "clientName", string>) {
    const { agents, contacts } = this.#options;
    const token = await agents.newToken(agentId);
    contacts.used(clientName);
    const agent = agents.get(agentId)?.name ?? clientName;
    for (const session of this.#sessions) {
      if (session.clientName !== clientName || this.#works(session, accountId)) continue;
      session.agentId = agentId;
      session.connection.send({ type: "token", token, agent });
      this.#count(session);
    }
  }

  #works({ agentId }: Session, accountId: string): boolean {
    const agent = agentId === null ? null : this.#options.agents.get(agentId);
    return agent !== null && (agent.accountId === accountId || !isUsable(agent));
  }

  /** A bridge came, left or became an agent's. */
  #count({ agentId }: Session): void {
    const connected = new Map<string, number>();
    for (const session of this.#sessions)
      if (session.agentId !== null) connected.set(session.agentId, (connected.get(session.agentId) ?? 0) + 1);
    this.connected.set(connected);
    if (agentId !== null) void this.#options.agents.seen(agentId);
  }
}

function failUnanswered(): never {
  throw new ProblemError(told.unanswered);
}
