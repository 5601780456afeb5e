import type { Approval } from "@agentpass/shared/approval-api";
import type { Command } from "commander";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

interface JsonOption {
  json?: boolean;
}

const columns: Column<Approval>[] = [
  { title: "ID", value: ({ id }) => id },
  { title: "STATE", value: ({ state }) => (state === "open" ? "waits for you" : "not answered in time") },
  { title: "AGENT", value: ({ agentName }) => agentName, cut: true },
  { title: "NUMBER", value: ({ phoneNumber }) => phoneNumber },
  { title: "SERVICE", value: ({ service }) => service, cut: true },
  { title: "FROM", value: ({ from }) => from },
  { title: "CODE", value: ({ code }) => code },
  {
    title: "UNTIL",
    value: ({ state, endsAt, expiresAt }) => localTime(state === "open" ? endsAt : expiresAt),
  },
];

/** `agentpass approval …` */
export function addApprovalCommands(program: Command): void {
  const approval = program
    .command("approval")
    .description("questions whether your agents may have a message");
  addList(approval);
  addAnswers(approval);
  addServices(approval);
}

function addList(approval: Command): void {
  approval
    .command("list")
    .description("the questions that you can answer; an admin also sees that others are asked")
    .option("--json", "print JSON")
    .addHelpText("after", examples("approval list"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const questions = await server.approval.list.query();
        return { data: questions, text: questions.length > 0 ? table(questions, columns) : "No questions." };
      }),
    );
}

function addAnswers(approval: Command): void {
  approval
    .command("allow")
    .description("let the agent have the message")
    .argument("<id>", "the question's id")
    .option("--service", "from now on every message of its service to this agent, without a question")
    .option("--json", "print JSON")
    .addHelpText("after", examples("approval allow 019ab1c2-3d4e-7f50-8a6b-7c8d9e0f1a2b"))
    .action((id: string, { json, service }: JsonOption & { service?: boolean }) =>
      runCommand({ json }, async (server) => {
        const answered = await server.approval.answer.mutate({
          id,
          decision: service ? "allow_service" : "allow",
        });
        const remembered =
          answered.service === undefined
            ? ""
            : ` From now on it gets messages of ${answered.service} without a question.`;
        return { data: answered, text: `The agent gets the message.${remembered}` };
      }),
    );
  approval
    .command("deny")
    .description("keep the message from the agent")
    .argument("<id>", "the question's id")
    .option("--json", "print JSON")
    .addHelpText("after", examples("approval deny 019ab1c2-3d4e-7f50-8a6b-7c8d9e0f1a2b"))
    .action((id: string, options: JsonOption) =>
      runCommand(options, async (server) => {
        const answered = await server.approval.answer.mutate({ id, decision: "deny" });
        return { data: answered, text: "The agent does not get the message." };
      }),
    );
}

function addServices(approval: Command): void {
  approval
    .command("services")
    .description("the services whose messages an agent has without a question")
    .option("--json", "print JSON")
    .addHelpText("after", examples("approval services"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const services = await server.approval.services.query();
        const shown: Column<(typeof services)[number]>[] = [
          { title: "AGENT", value: ({ agentName }) => agentName, cut: true },
          { title: "SERVICE", value: ({ service }) => service, cut: true },
          { title: "SINCE", value: ({ approvedAt }) => localTime(approvedAt) },
        ];
        return { data: services, text: services.length > 0 ? table(services, shown) : "None." };
      }),
    );
  approval
    .command("forget")
    .description("ask again about a service's messages")
    .argument("<agent>", "the agent's name or id")
    .argument("<service>", "the service, as approval services shows it")
    .option("--json", "print JSON")
    .addHelpText("after", examples("approval forget claude github"))
    .action((agent: string, service: string, options: JsonOption) =>
      runCommand(options, async (server) => {
        const forgotten = await server.approval.forgetService.mutate({ agent, service });
        return { data: forgotten, text: `You are asked again about messages of ${service}.` };
      }),
    );
}
