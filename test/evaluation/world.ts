import { asE164, describePhoneNumber } from "@agentpass/shared/phone-number";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { manyNumbers } from "../support/many-numbers.ts";
import { randomCode, type RunningServer } from "../support/running-server.ts";
import type { Happening, Sms } from "./task.ts";

/** Nobody holds it before the pool is empty. */
const SPARE = manyNumbers.at(-1) ?? "";

/** What one task takes place in: an agent with its own bridge and key, the services it signs up at, and other agents. */
export class World implements AsyncDisposable {
  readonly agent: AgentClient;
  /** The number that the agent was given last. */
  number = "";
  readonly #server: RunningServer;
  readonly #agentIds: string[];
  readonly #codes: Record<string, string> = { code: randomCode(), code2: randomCode() };
  #foreign = "";

  private constructor(server: RunningServer, { agent, agentId }: { agent: AgentClient; agentId: string }) {
    this.#server = server;
    this.agent = agent;
    this.#agentIds = [agentId];
  }

  static async begin(server: RunningServer): Promise<World> {
    const { key, agentId = "" } = await newAgent(server);
    const environment = { ...server.environment, AGENTPASS_API_KEY: key, AGENTPASS_API_URL: server.url };
    return new World(server, { agent: await AgentClient.connect(environment), agentId });
  }

  /** A value with its placeholders filled in, at every depth. */
  fill(value: unknown): unknown {
    if (typeof value === "string") return this.fillText(value);
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.fill(inner)]));
  }

  /** The service sends an SMS to the number that it was given. */
  async send({ body, from }: Sms): Promise<void> {
    const status = await this.#server.sms(this.number, this.fillText(body), from);
    if (status !== 200) throw new Error(`the SMS was answered ${status}`);
  }

  async happen({ happens }: Happening): Promise<void> {
    if (happens === "a number is free again") {
      await apiClient(this.#server.url, this.#server.ownerKey).number.resume.mutate({ phoneNumber: SPARE });
      return;
    }
    const { api, agentId } = await this.#other();
    if (happens === "another agent takes a number") {
      this.#foreign = (await api.agent.getNumber.mutate({})).phoneNumber;
      return;
    }
    const { agent, number } = apiClient(this.#server.url, this.#server.ownerKey);
    await number.suspend.mutate({ phoneNumber: SPARE });
    await agent.setLimits.mutate({ agent: agentId, maxLeases: manyNumbers.length });
    for (const passportId of manyNumbers.keys().map((index) => `passport ${index}`)) {
      const leased = await api.agent.getNumber.mutate({ passportId }).catch(() => null);
      if (leased === null) return;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.agent[Symbol.asyncDispose]();
    const admin = apiClient(this.#server.url, this.#server.ownerKey);
    for (const agent of this.#agentIds) await admin.agent.remove.mutate({ agent });
  }

  fillText(text: string): string {
    const values: Record<string, string> = {
      ...this.#codes,
      ...spellings(this.number),
      foreign: this.#foreign,
    };
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }

  async #other() {
    const { key, agentId = "" } = await newAgent(this.#server);
    this.#agentIds.push(agentId);
    return { api: apiClient(this.#server.url, key), agentId };
  }
}

/** The ways in which people write a number. */
function spellings(number: string): Record<string, string> {
  const e164 = asE164(number);
  if (e164 === null) return {};
  const { callingCode, nationalNumber } = describePhoneNumber(e164);
  const [, area, exchange, line] = /^(...)(...)(.*)$/.exec(nationalNumber) ?? [];
  const national = `(${area}) ${exchange}-${line}`;
  return { number, digits: number.slice(1), national, spaced: `+${callingCode} ${national}` };
}

function newAgent(server: RunningServer) {
  return apiClient(server.url, server.ownerKey).key.create.mutate({
    kind: "agent",
    name: `agent ${randomCode()}`,
  });
}
