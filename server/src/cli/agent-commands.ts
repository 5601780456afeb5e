import { approvalPolicy, type AgentEntry, type ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { InvalidArgumentError, Option, type Command } from "commander";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

interface JsonOption {
  json?: boolean;
}

const columns: Column<AgentEntry>[] = [
  { title: "NAME", value: (agent) => agent.name, cut: true },
  { title: "MEMBER", value: (agent) => agent.memberName, cut: true },
  { title: "STATE", value: (agent) => (agent.pausedAt === null ? "active" : "paused") },
  { title: "MESSAGES", value: ({ policy }) => policyColumn[policy] },
  { title: "CALLS/MIN", value: ({ limitsInForce }) => limit(limitsInForce.callsPerMinute) },
  {
    title: "NUMBERS",
    value: ({ leases, limitsInForce }) => `${leases.length} of ${limit(limitsInForce.maxLeases)}`,
  },
  { title: "MESSAGES/DAY", value: ({ limitsInForce }) => limit(limitsInForce.messagesPerDay) },
  { title: "LAST USED", value: (agent) => localTime(agent.lastUsedAt) },
  { title: "HOLDS", value: ({ leases }) => leases.map(({ phoneNumber }) => phoneNumber).join(" ") },
];

const policyColumn: Record<ApprovalPolicy, string> = {
  allow: "allow",
  ask_first: "ask for the first",
  ask: "ask for each",
};

const policyMeaning: Record<ApprovalPolicy, string> = {
  allow: "It gets its messages by itself",
  ask_first: "A person is asked before it gets the first message of a number",
  ask: "A person is asked before it gets a message",
};

const limit = (value: number | null): string => (value === null ? "any" : String(value));

/** `agentpass agent …` */
export function addAgentCommands(program: Command): void {
  const agent = program.command("agent").description("agents: what they may do, and what they hold");
  addCreate(agent);
  addList(agent);
  addRename(agent);
  addLimits(agent);
  addPolicy(agent);
  addEnds(agent);
}

function addCreate(agent: Command): void {
  agent
    .command("create")
    .description("make an agent with its key, which is shown once")
    .argument("<name>", "what people call it")
    .option("--member <member>", "whose agent it is, by name or id; your own if left out")
    .option("--json", "print JSON")
    .addHelpText("after", examples('agent create "Claude on my laptop"'))
    .action((name: string, { json, member }: JsonOption & { member?: string }) =>
      runCommand({ json }, async (server) => {
        const made = await server.agent.create.mutate({ name, ...(member === undefined ? {} : { member }) });
        const text = `${made.key}\n\nThis is the key of the agent "${made.name}", shown this once: give it as AGENTPASS_API_KEY. Its prefix is ${made.prefix}.`;
        return { data: made, text };
      }),
    );
}

function addList(agent: Command): void {
  agent
    .command("list")
    .description("the agents you may manage, with their limits and numbers")
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent list"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const agents = await server.agent.list.query();
        const none = "There is no agent yet; make one with: pnpm agentpass agent create NAME";
        return { data: agents, text: agents.length > 0 ? table(agents, columns) : none };
      }),
    );
}

function addRename(agent: Command): void {
  agent
    .command("rename")
    .description("give an agent another name")
    .argument("<agent>", "its name or id")
    .argument("<name>", "the new name")
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent rename claude claude-laptop"))
    .action((known: string, name: string, options: JsonOption) =>
      runCommand(options, async (server) => {
        const renamed = await server.agent.rename.mutate({ agent: known, name });
        return { data: renamed, text: `The agent is now called "${renamed.name}".` };
      }),
    );
}

interface LimitOptions extends JsonOption {
  callsPerMinute?: number | null;
  maxLeases?: number | null;
  messagesPerDay?: number | null;
}

function addLimits(agent: Command): void {
  agent
    .command("limits")
    .description('set what an agent may do at most: a number, 0 for none, or "default" for the team\'s')
    .argument("<agent>", "its name or id")
    .option("--calls-per-minute <count>", "calls it may make in a minute", parseLimit)
    .option("--max-leases <count>", "numbers it may hold at once", parseLimit)
    .option("--messages-per-day <count>", "messages it may be given within 24 hours", parseLimit)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      "\nExample:\n  pnpm agentpass agent limits claude --max-leases 1 --messages-per-day 20",
    )
    .action((known: string, { json, ...limits }: LimitOptions) =>
      runCommand({ json }, async (server) => {
        const changed = await server.agent.setLimits.mutate({ agent: known, ...limits });
        const shown = (value: number | null): string =>
          value === null ? "the team's default" : String(value);
        const { callsPerMinute, maxLeases, messagesPerDay } = changed.limits;
        const text = `The limits of "${changed.name}": calls a minute ${shown(callsPerMinute)}, numbers at once ${shown(maxLeases)}, messages a day ${shown(messagesPerDay)}.`;
        return { data: changed, text };
      }),
    );
}

function parseLimit(text: string): number | null {
  if (text === "default") return null;
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, or "default".');
  return Number(text);
}

function addPolicy(agent: Command): void {
  agent
    .command("policy")
    .description(
      "let an agent have its messages by itself, or have its person asked about each, or the first of a number",
    )
    .argument("<agent>", "its name or id")
    .addOption(
      new Option("--set <policy>", "the policy").choices(approvalPolicy.options).makeOptionMandatory(),
    )
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent policy claude --set ask"))
    .action((known: string, { json, set }: JsonOption & { set: ApprovalPolicy }) =>
      runCommand({ json }, async (server) => {
        const changed = await server.agent.setPolicy.mutate({ agent: known, policy: set });
        return { data: changed, text: `${policyMeaning[set]}: "${changed.name}".` };
      }),
    );
}

function addEnds(agent: Command): void {
  agent
    .command("pause")
    .description("let its keys work no more until it is resumed")
    .argument("<agent>", "its name or id")
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent pause claude"))
    .action((known: string, options: JsonOption) =>
      runCommand(options, async (server) => {
        const paused = await server.agent.pause.mutate({ agent: known });
        return { data: paused, text: `The agent "${paused.name}" is paused.` };
      }),
    );
  agent
    .command("resume")
    .description("let a paused agent's keys work again")
    .argument("<agent>", "its name or id")
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent resume claude"))
    .action((known: string, options: JsonOption) =>
      runCommand(options, async (server) => {
        const resumed = await server.agent.resume.mutate({ agent: known });
        return { data: resumed, text: `The agent "${resumed.name}" may work again.` };
      }),
    );
  agent
    .command("remove")
    .description("revoke its keys and end its leases, for good")
    .argument("<agent>", "its name or id")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("agent remove claude --yes"))
    .action((known: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(`Remove the agent "${known}"? Its keys are revoked and its leases end.`);
        const removed = await server.agent.remove.mutate({ agent: known });
        return { data: removed, text: `The agent "${removed.name}" is removed.` };
      }),
    );
}
