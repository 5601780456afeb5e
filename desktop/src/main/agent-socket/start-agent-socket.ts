import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { fail, ProblemError, type Problem } from "@agentpass/shared/problem";
import { createServer } from "node:net";
import { Observable, type Unsubscribe } from "../observable.ts";
import type { AgentAccount } from "./account.ts";
import { BridgeSessions } from "./bridge-sessions.ts";
import {
  FirstContacts,
  type AllowedContact,
  type DeniedContact,
  type FirstContactsOptions,
} from "./first-contacts.ts";
import { makeServerAgent } from "./let-in.ts";
import { listenForOwnUser } from "./listen.ts";
import type { LocalAgent, LocalAgents } from "./local-agents.ts";
import { foreignProblem, notRemovedProblem, refusedProblem, revokedProblem } from "./sentences.ts";

export interface AgentSocketOptions {
  /** Where to listen, from `agentSocketPath`. */
  path: string;
  agents: LocalAgents;
  account: AgentAccount;
  /** Shows the question about a program that nobody has let in yet; 60 s without an answer deny. */
  ask: FirstContactsOptions["ask"];
  /** Whether the person wants no agent of this computer to work now: then calls are answered with that. */
  isPaused: () => boolean;
  answerMs?: number;
  idleMs?: number;
  /** Hears of what should not have happened, for a log. */
  onBug: (error: unknown) => void;
}

/** A program of this computer that a person has let in, for people. Times are epoch milliseconds. */
export interface LocalAgentState {
  id: string;
  name: string;
  /** Its agent on the server. */
  agentId: string;
  /** Bridges connected at this moment. */
  connections: number;
  createdAt: number;
  lastSeenAt: number | null;
  revoked: boolean;
  /** Why it cannot work, where it cannot. */
  problem: Problem | null;
}

export interface AgentSocketState {
  /** Whether bridges can connect. */
  listening: boolean;
  /** What a person should know: why they cannot, what could not be saved, who must be updated. */
  problems: readonly Problem[];
  agents: readonly LocalAgentState[];
  /** Programs that are not asked about again until they are allowed or the tray restarts. */
  denied: readonly DeniedContact[];
}

/** The running socket, for the tray and its windows. Its actions reject with a ProblemError. */
export interface AgentSocket {
  readonly state: AgentSocketState;
  onChange(listener: (state: AgentSocketState) => void): Unsubscribe;
  /** Cuts a program off at once, then removes its agent on the server. */
  revoke(id: string): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Lets one in again that was revoked, or that the server refuses: with a new agent on the server. */
  allowAgain(id: string, policy: ApprovalPolicy): Promise<void>;
  /** Lets a program in that was denied; its next call works. */
  allow(clientName: string, allowed: Omit<AllowedContact, "allow">): void;
  close(): Promise<void>;
}

/**
 * Listens for the MCP bridges of this user and works for them. Never rejects: where it cannot listen, `state.problems`
 * says why, and everything but listening works.
 */
export async function startAgentSocket(options: AgentSocketOptions): Promise<AgentSocket> {
  const { agents, account } = options;
  const contacts = new FirstContacts(options);
  const sessions = new BridgeSessions({ ...options, contacts });
  const server = createServer((socket) => sessions.accept(socket));
  const listenProblem = new Observable<Problem | null>(await listen());

  async function listen(): Promise<Problem | null> {
    try {
      await listenForOwnUser(server, options.path);
      server.on("error", options.onBug);
      return null;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  }

  function stateNow(): AgentSocketState {
    const problems = [listenProblem.value, agents.problem.value, sessions.outdated.value];
    return {
      listening: server.listening,
      problems: problems.filter((problem) => problem !== null),
      agents: agents.all.value.map(agentState),
      denied: contacts.denied.value,
    };
  }

  function agentState(agent: LocalAgent): LocalAgentState {
    const { id, name, agentId, createdAt, lastSeenAt } = agent;
    const revoked = agent.revokedAt !== null;
    return {
      id,
      name,
      agentId,
      createdAt,
      lastSeenAt,
      revoked,
      connections: sessions.connected.value.get(id) ?? 0,
      problem: problemOf(agent),
    };
  }

  function problemOf({ id, name, accountId, revokedAt }: LocalAgent): Problem | null {
    if (revokedAt !== null) return revokedProblem(name);
    if (account.current() !== null && account.current()?.id !== accountId) return foreignProblem(name);
    return sessions.links.refused.value.has(id) ? refusedProblem(name) : null;
  }

  const state = new Observable(stateNow());
  const followed = [agents.all, agents.problem, contacts.denied, sessions.connected, sessions.outdated];
  const unfollow = [...followed, sessions.links.refused].map((part) =>
    part.onChange(() => state.set(stateNow())),
  );
  let accountId = account.current()?.id ?? null;
  unfollow.push(
    account.onChange(() => {
      const now = account.current()?.id ?? null;
      if (now === accountId) return;
      accountId = now;
      sessions.links.closeAll();
      sessions.missed(null);
      state.set(stateNow());
    }),
  );

  function known(id: string): LocalAgent {
    return agents.get(id) ?? fail("not_found", "There is no such program in AgentPass any more.");
  }

  function signedIn(): string {
    return account.current()?.id ?? fail("not_signed_in", "AgentPass is not signed in. Sign in first.");
  }

  /** What runs with the old key ends, and asks again where it stands. */
  function renewed(id: string): void {
    sessions.links.close(id);
    sessions.missed(id);
  }

  return {
    get state() {
      return state.value;
    },
    onChange: (listener) => state.onChange(listener),
    revoke: async (id) => {
      const agent = known(id);
      const saved = agents.revoke(id);
      renewed(id);
      await saved;
      if (account.current()?.id !== agent.accountId) return;
      await account.removeAgent(agent.agentId).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        if (error.problem.code !== "not_found")
          throw new ProblemError(notRemovedProblem(agent.name, error.problem));
      });
    },
    rename: async (id, name) => {
      const agent = known(id);
      if (signedIn() === agent.accountId && agent.revokedAt === null)
        await account.renameAgent(agent.agentId, name);
      await agents.rename(id, name);
    },
    allowAgain: async (id, policy) => {
      const { chosenName } = known(id);
      await agents.renew(
        id,
        await makeServerAgent({ account, accountId: signedIn(), name: chosenName, policy }),
      );
      renewed(id);
    },
    allow: (clientName, allowed) => contacts.allow(clientName, allowed),
    close: async () => {
      for (const end of unfollow) end();
      contacts.close();
      sessions.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await agents.saved();
    },
  };
}
