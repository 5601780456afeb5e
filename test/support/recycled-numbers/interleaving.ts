/** Lives through a plan with the real actions, and judges what everybody was shown by what truly happened. */
import { randomBytes } from "node:crypto";
import type { AgentMessage, WaitAnswer } from "@agentpass/shared/agent-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { ProblemError } from "@agentpass/shared/problem";
import { getNumber } from "../../../server/src/actions/get-number.ts";
import { listMessages } from "../../../server/src/actions/list-messages.ts";
import { openWait } from "../../../server/src/actions/open-wait.ts";
import { releaseNumber } from "../../../server/src/actions/release-number.ts";
import { settleWait } from "../../../server/src/actions/settle-wait.ts";
import { storeInbound } from "../../../server/src/actions/store-inbound.ts";
import { sweepTeam } from "../../../server/src/actions/sweep.ts";
import type { InboundSms } from "../../../server/src/domain/inbound-sms.ts";
import { withTeam } from "../../../server/src/store/with-team.ts";
import { JITTER_MS, type Plan, type Step } from "./steps.ts";
import type { FreshTeam } from "./teams.ts";

/** Partitions reach a week ahead. */
const LONGEST_MS = 5 * 86_400_000;
/** The product's promise. */
const MARGIN_MS = 30_000;

/** One SMS as it truly was. */
interface Truth {
  sms: InboundSms;
  code: string;
  /** When somebody sent it, on our clock. */
  sentAt: number;
  /** When the server first had it; null: not yet. */
  storedAt: number | null;
}

interface Asked {
  requestId: string;
  agent: number;
  input: Parameters<typeof openWait>[2];
  /** Its message may go to another request: it was cancelled, given back, or swept while silent. */
  mayLose: boolean;
  /** Its wait, with what it was given, may go on under another request. */
  parked: boolean;
}

interface Shown {
  agent: number;
  id: string;
  code: string | null;
}

interface Lease {
  agentId: string;
  passportId: string;
  e164: string;
  startedAt: number;
  endedAt: number | null;
}

/** What an interleaving was good for; a run of nothing but empty ones must not count. */
export interface Tally {
  /** Numbers that two agents held one after the other. */
  recycled: number;
  /** Messages with an addressee whom they were shown to. */
  shown: number;
  /** Messages that were nobody's. */
  nobodys: number;
  /** Messages given again, because the first answer did not arrive. */
  givenAgain: number;
}

export class Interleaving {
  readonly #team: FreshTeam;
  readonly #start: number;
  readonly #messages: Truth[] = [];
  readonly #asked: Asked[] = [];
  /** Numbers that agents got, in order; some of them are given back since. */
  readonly #got: { agent: number; phoneNumber: E164 }[] = [];
  readonly #shown: Shown[] = [];
  /** By message: the request that has it now. */
  readonly #given = new Map<string, Asked>();
  readonly #consumed = new Set<string>();
  readonly #faults: string[] = [];
  #givenAgain = 0;

  constructor(team: FreshTeam) {
    this.#team = team;
    this.#start = team.clock.now;
  }

  async live({ turns }: Plan): Promise<Tally> {
    for (const turn of turns) {
      // One turn is before or after another, never at the same time.
      this.#team.clock.now += 1;
      if ("advance" in turn) {
        if (this.#team.clock.now + turn.advance < this.#start + LONGEST_MS)
          this.#team.clock.now += turn.advance;
      } else await Promise.all(turn.steps.map((step) => this.#expecting(this.#do(step))));
    }
    for (const asked of this.#asked) await this.#expecting(this.#look(asked));
    for (let agent = 0; agent < this.#team.agents.length; agent += 1) await this.#list(agent);
    const tally = await this.#judge();
    if (this.#faults.length > 0) throw new Error(this.#faults.join("\n"));
    return tally;
  }

  /** Expected refusals (no number free, not held, nothing to settle) are part of life. */
  async #expecting(call: Promise<void>): Promise<void> {
    try {
      await call;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  async #do(step: Step): Promise<void> {
    const { store, admin, agents } = this.#team;
    switch (step.do) {
      case "lease":
        return this.#lease(step);
      case "release": {
        const got = anyOf(this.#got, step.pick);
        if (got)
          await releaseNumber(store, viewerOf(agents, step.agent ?? got.agent), {
            phoneNumber: got.phoneNumber,
          });
        return;
      }
      case "sms":
        return this.#send(step);
      case "again":
        return this.#deliver(
          this.#messages.filter((_, index) => index === step.pick % this.#messages.length),
        );
      case "reconcile":
        return this.#deliver([...this.#messages]);
      case "wait":
        return this.#wait(step);
      case "settle": {
        const asked = anyOf(this.#asked, step.pick);
        return asked && this.#settle(asked, step.action);
      }
      case "look": {
        const asked = anyOf(this.#asked, step.pick);
        return asked && this.#look(asked);
      }
      case "list":
        return this.#list(step.agent);
      case "sweep":
        for (const asked of this.#asked) asked.mayLose = true;
        return sweepTeam(store, admin.teamId);
    }
  }

  async #lease({ agent, passport }: Extract<Step, { do: "lease" }>): Promise<void> {
    const { store, agents } = this.#team;
    const { phoneNumber } = await getNumber(store, viewerOf(agents, agent), { passportId: `p${passport}` });
    this.#got.push({ agent, phoneNumber: phoneNumber as E164 });
  }

  async #send({ number, sender, jitter, missed }: Extract<Step, { do: "sms" }>): Promise<void> {
    const { clock, numbers } = this.#team;
    const code = String(100_000 + this.#messages.length * 7_919);
    const sms: InboundSms = {
      provider: "mock",
      account: "AC00000000000000000000000000000000",
      providerMessageId: `SM${randomBytes(16).toString("hex")}`,
      to: numberOf(numbers, number),
      from: `+1202555010${sender}`,
      body: `Your code is ${code}`,
      media: [],
      providerAt: clock.now + jitter,
      receivedAt: clock.now,
    };
    const truth: Truth = { sms, code, sentAt: clock.now, storedAt: null };
    this.#messages.push(truth);
    if (!missed) await this.#deliver([truth]);
  }

  /** By the webhook, or by the reconciler, which lists what it had before too. */
  async #deliver(messages: readonly Truth[]): Promise<void> {
    if (messages.length === 0) return;
    const before = messages.map(({ storedAt }) => storedAt);
    const outcomes = await storeInbound(
      this.#team.store,
      messages.map(({ sms }) => sms),
    );
    for (const [index, message] of messages.entries()) {
      const outcome = outcomes[index];
      if (before[index] !== null && outcome !== "repeat")
        this.#faults.push(`a message that was stored before is ${outcome}`);
      if (outcome === "unknown_number") this.#faults.push("a number of the pool was unknown");
      message.storedAt ??= this.#team.clock.now;
    }
  }

  async #wait({ pick, mode, timeoutMs, ...step }: Extract<Step, { do: "wait" }>): Promise<void> {
    const got = anyOf(this.#got, pick);
    if (!got) return;
    const requestId = randomBytes(8).toString("hex");
    const agent = step.agent ?? got.agent;
    const input = { requestId, phoneNumber: got.phoneNumber, mode, timeoutMs };
    const asked: Asked = { requestId, agent, input, mayLose: false, parked: false };
    const answer = await openWait(this.#team.store, viewerOf(this.#team.agents, agent), input);
    this.#asked.push(asked);
    this.#hear(asked, answer);
  }

  async #look(asked: Asked): Promise<void> {
    const { store, agents } = this.#team;
    this.#hear(asked, await openWait(store, viewerOf(agents, asked.agent), asked.input));
  }

  async #settle(
    asked: Asked,
    action: "park" | "timeout" | "cancel" | "confirm" | "give_back",
  ): Promise<void> {
    const { store, agents } = this.#team;
    if (action === "cancel" || action === "give_back") asked.mayLose = true;
    if (action === "park") asked.parked = true;
    const answer = await settleWait(store, viewerOf(agents, asked.agent), {
      requestId: asked.requestId,
      action,
    });
    this.#hear(asked, answer);
    if (action === "confirm" && answer.status === "received" && answer.message.state === "consumed")
      if (asked.input.mode === "claim") this.#consumed.add(answer.message.id);
  }

  async #list(agent: number): Promise<void> {
    const { store, agents } = this.#team;
    const { messages } = await listMessages(store, viewerOf(agents, agent), { limit: 50 });
    for (const message of messages) this.#note(agent, message);
  }

  /** An answer gives its message to its request; a message has one request at a time, and none after it was consumed. */
  #hear(asked: Asked, answer: WaitAnswer): void {
    if (answer.status !== "received") return;
    const { message } = answer;
    this.#note(asked.agent, message);
    if (asked.input.mode === "peek") return;
    const holder = this.#given.get(message.id);
    if (holder === asked) return;
    this.#given.set(message.id, asked);
    if (holder === undefined) return;
    this.#givenAgain += 1;
    if (this.#consumed.has(message.id)) this.#faults.push("a consumed message was given again");
    if (!holder.mayLose && !holder.parked) this.#faults.push("a message was given to two requests");
    if (!answer.redelivered && !holder.parked)
      this.#faults.push("a message was given again without being marked");
  }

  #note(agent: number, { id, otp, body }: AgentMessage): void {
    this.#shown.push({ agent, id, code: otp?.code ?? (body === undefined ? null : body) });
  }

  /** Whoever was shown a message must have held its number when it was sent, and nobody else. */
  async #judge(): Promise<Tally> {
    const { store, admin, agents } = this.#team;
    const leases = await this.#leases();
    const shownTo = new Map<string, Set<string>>();
    for (const { agent, id } of this.#shown) {
      const { agentId } = viewerOf(agents, agent);
      const truth = this.#messages.find(({ sms }) => sms.providerMessageId === id);
      const fault = truth ? faultOfShowing(truth, agentId, leases) : "nobody sent it";
      if (fault !== null)
        this.#faults.push(
          `agent ${agent} was shown a message (${this.#since(truth?.sentAt)}, by the provider's clock ${this.#since(truth?.sms.providerAt)}) although ${fault}; leases: ${this.#tell(leases)}`,
        );
      shownTo.set(id, (shownTo.get(id) ?? new Set()).add(agentId));
    }
    for (const agentIds of shownTo.values())
      if (agentIds.size > 1) this.#faults.push("a message was shown to two agents");
    const all = (await listMessages(store, admin, { limit: 50 })).messages.map(({ id }) => id);
    const stored = this.#messages.filter(({ storedAt }) => storedAt !== null);
    if (all.length !== stored.length || new Set(all).size !== stored.length)
      this.#faults.push(`an admin sees ${all.length} messages of ${stored.length}`);
    for (const truth of stored) this.#requireShown(truth, leases, shownTo);
    return {
      recycled: new Set(
        leases.flatMap((one) =>
          leases.some((other) => other.e164 === one.e164 && other.agentId !== one.agentId) ? [one.e164] : [],
        ),
      ).size,
      shown: shownTo.size,
      nobodys: stored.filter(({ sms }) => !shownTo.has(sms.providerMessageId)).length,
      givenAgain: this.#givenAgain,
    };
  }

  /** What is beyond doubt may not be nobody's, or to show nothing at all would be right. */
  #requireShown(truth: Truth, leases: readonly Lease[], shownTo: ReadonlyMap<string, unknown>): void {
    const { sms, storedAt } = truth;
    const ofNumber = leases.filter(({ e164 }) => e164 === sms.to);
    const holder = ofNumber.find(
      ({ startedAt, endedAt }) =>
        startedAt < (storedAt ?? 0) && (storedAt ?? 0) < (endedAt ?? Infinity) && startedAt < sms.providerAt,
    );
    if (!holder) return;
    const doubt = ofNumber.some(
      ({ passportId, endedAt }) =>
        passportId !== holder.passportId && endedAt !== null && sms.providerAt <= endedAt + MARGIN_MS,
    );
    if (!doubt && !shownTo.has(sms.providerMessageId))
      this.#faults.push(
        `a message that was certainly its holder's was not shown; leases: ${this.#tell(leases)}`,
      );
  }

  async #leases(): Promise<Lease[]> {
    const { store, admin } = this.#team;
    return withTeam(store, admin.teamId, async (trx) => {
      const rows = await trx
        .selectFrom("leases")
        .innerJoin("numbers", "numbers.id", "leases.number_id")
        .select(["agent_id", "passport_id", "e164", "started_at", "ended_at"])
        .orderBy("start_seq")
        .execute();
      return rows.map((row) => ({
        agentId: row.agent_id,
        passportId: row.passport_id,
        e164: row.e164,
        startedAt: row.started_at,
        endedAt: row.ended_at,
      }));
    });
  }

  #since(time: number | null | undefined): string {
    return time === null ? "now" : `${Math.round((time ?? NaN) - this.#start)} ms`;
  }

  #tell(leases: readonly Lease[]): string {
    return leases
      .map((lease) => {
        const agent = this.#team.agents.findIndex(({ agentId }) => agentId === lease.agentId);
        return `${lease.e164} by agent ${agent} ${this.#since(lease.startedAt)}..${this.#since(lease.endedAt)}`;
      })
      .join(", ");
  }
}

/** What is wrong with showing this message to this agent; null where nothing is. */
function faultOfShowing({ sms, sentAt }: Truth, agentId: string, leases: readonly Lease[]): string | null {
  const ofNumber = leases.filter(({ e164 }) => e164 === sms.to);
  // By the provider's clock it may have come just after a lease began that truly began a moment later.
  const own = ofNumber.some(
    (lease) =>
      lease.agentId === agentId &&
      lease.startedAt <= sentAt + JITTER_MS &&
      sentAt <= (lease.endedAt ?? Infinity),
  );
  if (!own) return "it did not hold the number";
  const anothers = ofNumber.some(
    (lease) =>
      lease.agentId !== agentId &&
      lease.startedAt < sentAt &&
      sentAt <= (lease.endedAt ?? Infinity) + MARGIN_MS - JITTER_MS,
  );
  return anothers ? "another agent held the number, or had just given it back" : null;
}

/** The last, or any. */
function anyOf<Thing>(things: readonly Thing[], pick: number): Thing | undefined {
  return pick % 3 === 0 ? things[pick % things.length] : things.at(-1);
}

function viewerOf<Viewer>(agents: readonly Viewer[], index: number): Viewer {
  const viewer = agents[index];
  if (viewer === undefined) throw new Error("no such agent");
  return viewer;
}

function numberOf(numbers: readonly E164[], index: number): E164 {
  const number = numbers[index % numbers.length];
  if (number === undefined) throw new Error("no such number");
  return number;
}
