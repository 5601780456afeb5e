/** The program behind `agentpass clients|connect|verify|disconnect`: one task, answered as one JSON line on stdout. */
import type { ClientReply, ClientTask } from "@agentpass/shared/client-reply";
import { clientTasks } from "@agentpass/shared/client-reply";
import { bridgeVariables, dataFolder } from "@agentpass/shared/data-folder";
import { fail, ProblemError } from "@agentpass/shared/problem";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { clientIds, type ClientId, type ClientView } from "../shared/client-connections.ts";
import { ClientConnections } from "./client-connections.ts";
import { clientsText, connectText, previewText, stateText, verifyText } from "./client-texts.ts";

const BRIDGE = fileURLToPath(new URL("../../bin/agentpass-mcp.js", import.meta.url));

const uid = process.getuid?.();
const user = {
  env: process.env,
  platform: process.platform,
  home: homedir(),
  ...(uid === undefined ? {} : { uid }),
};
const folder = dataFolder(user);
const connections = new ClientConnections({
  ...user,
  dataFolder: folder,
  bridge: () => ({ command: process.execPath, args: [BRIDGE], env: bridgeVariables(folder, user) }),
});

try {
  const [, , task = "", client = ""] = process.argv;
  reply(await run(task, client));
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  const { code, message } = error.problem;
  reply({ problem: { code, message } });
}

async function run(task: string, client: string): Promise<ClientReply> {
  if (!isTask(task)) return fail("invalid_input", `There is no task ${JSON.stringify(task)}.`);
  if (task === "list") {
    const views = await connections.list();
    return done(views, clientsText(views));
  }
  const id = clientIds.find((known) => known === client);
  if (id === undefined) return fail("invalid_input", `There is no client ${JSON.stringify(client)}.`);
  return runFor(task, id);
}

async function runFor(task: Exclude<ClientTask, "list">, id: ClientId): Promise<ClientReply> {
  switch (task) {
    case "connect": {
      const outcome = await connections.connect(id);
      return { ...done(outcome, connectText(outcome)), ok: outcome.client.state === "connected" };
    }
    case "preview": {
      const preview = await connections.preview(id);
      return done(preview, previewText(preview));
    }
    case "verify": {
      const outcome = await connections.verify(id);
      return { ...done(outcome, verifyText(outcome)), ok: outcome.checks.every(({ ok }) => ok) };
    }
    case "disconnect": {
      const view: ClientView = await connections.disconnect(id);
      const isOut = view.state === "not_connected" || view.state === "absent";
      return { ...done(view, stateText(view)), ok: isOut };
    }
  }
}

function done(data: unknown, text: string): ClientReply & { ok: boolean } {
  return { ok: true, data, text };
}

function isTask(task: string): task is ClientTask {
  return clientTasks.some((known) => known === task);
}

function reply(value: ClientReply): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
