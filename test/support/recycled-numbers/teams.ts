/** Teams for interleavings: each its own, with a clock of its own, on one database. */
import { randomBytes, randomUUID } from "node:crypto";
import type { E164 } from "@agentpass/shared/phone-number";
import { Pool } from "pg";
import type { AdminViewer, AgentViewer } from "../../../server/src/domain/access.ts";
import type { Store } from "../../../server/src/store/store.ts";
import type { TestDatabase } from "../test-database.ts";
import { AGENTS, type Plan } from "./steps.ts";

export interface FreshTeam {
  /** With the team's own clock. */
  store: Store;
  clock: { now: number };
  admin: AdminViewer;
  agents: AgentViewer[];
  numbers: E164[];
}

let numbersMade = 0;

export class TeamMaker implements AsyncDisposable {
  readonly #pool: Pool;
  readonly #store: Store;

  constructor(database: TestDatabase, store: Store) {
    this.#pool = new Pool({ ...database.connection, max: 2 });
    this.#store = store;
  }

  /** A team with one agent of one member and two of another, all signed in, and numbers nobody has held. */
  async make({ numbers: count, quarantineMs, leaseIdleMs }: Plan): Promise<FreshTeam> {
    const teamId = randomUUID();
    const memberIds = [randomUUID(), randomUUID()] as const;
    const clock = { now: Math.floor(Date.now()) };
    const holder = (memberId: string) => ({ teamId, keyId: randomUUID(), memberId, address: null });
    const admin: AdminViewer = { ...holder(memberIds[0]), kind: "admin", role: "owner" };
    const agents = Array.from({ length: AGENTS }, (_, index): AgentViewer => {
      const memberId = memberIds[index === 0 ? 0 : 1];
      return { ...holder(memberId), kind: "agent", agentId: randomUUID() };
    });
    const numbers = Array.from(
      { length: count },
      () => `+1556${String((numbersMade += 1)).padStart(7, "0")}` as E164,
    );
    const at = new Date(clock.now - 60_000).toISOString();
    const row = (...values: (string | null)[]): string =>
      `(${values.map((value) => (value === null ? "null" : `'${value}'`)).join(", ")})`;
    const keyRow = (viewer: AdminViewer | AgentViewer) =>
      row(
        teamId,
        viewer.keyId,
        viewer.kind,
        `ap_${viewer.kind}_${randomBytes(6).toString("hex")}`,
        "",
        viewer.kind,
        viewer.memberId,
        viewer.kind === "agent" ? viewer.agentId : null,
        at,
      );
    await this.#pool.query(`
      insert into teams (id, name, epoch, settings, created_at) values ${row(teamId, "T", randomBytes(4).toString("hex"), JSON.stringify({ quarantineMs, leaseIdleMs }), at)};
      insert into members (team_id, id, name, role, created_at) values ${memberIds.map((id, index) => row(teamId, id, `member ${index}`, index === 0 ? "owner" : "member", at)).join()};
      insert into agents (team_id, id, member_id, name, created_at) values ${agents.map((agent, index) => row(teamId, agent.agentId, agent.memberId, `agent ${index}`, at)).join()};
      insert into keys (team_id, id, kind, prefix, hash, name, member_id, agent_id, created_at) values ${[admin, ...agents].map(keyRow).join()};
      insert into numbers (team_id, id, e164, provider, country, created_at) values ${numbers.map((e164) => row(teamId, randomUUID(), e164, "mock", "US", at)).join()};`);
    return { store: { ...this.#store, clock: () => clock.now }, clock, admin, agents, numbers };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.end();
  }
}
