/**
 * A tray without Electron, for tests that kill it: the agents' socket of the data folder named first in argv, signed in
 * with the owner's key to the server that runs in the one named second. Says what it does, and takes orders, over Node's IPC channel.
 */
import { agentSocketPath, OWNER_KEY_FILE, SERVER_FILE, serverFile } from "@agentpass/shared/local-files";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AgentAccount } from "../../../desktop/src/main/agent-socket/account.ts";
import { LocalAgents } from "../../../desktop/src/main/agent-socket/local-agents.ts";
import { startAgentSocket } from "../../../desktop/src/main/agent-socket/start-agent-socket.ts";
import { apiClient } from "../api-client.ts";
import { FileStore } from "./file-store.ts";
import { trayOrder } from "./tray-order.ts";

const [, , dataFolder = "", serverFolder = ""] = process.argv;
const tell = (message: object): void => void process.send?.(message);

const { url } = serverFile.parse(JSON.parse(readFileSync(join(serverFolder, SERVER_FILE), "utf8")));
const key = readFileSync(join(serverFolder, OWNER_KEY_FILE), "utf8").trim();
const { agent } = apiClient(url, key);
const account: AgentAccount = {
  current: () => ({ id: "owner", url }),
  onChange: () => () => {},
  createAgent: (wanted) => agent.create.mutate(wanted),
  renameAgent: (id, name) => agent.rename.mutate({ agent: id, name }),
  removeAgent: (id) => agent.remove.mutate({ agent: id }),
};

const tray = await startAgentSocket({
  path: agentSocketPath({ dataFolder, platform: process.platform, uid: process.getuid?.() }),
  agents: await LocalAgents.load(new FileStore(join(dataFolder, "local-agents.json"))),
  account,
  ask: async ({ clientName }) => {
    tell({ asked: clientName });
    return { allow: true, name: clientName, policy: "allow" };
  },
  isPaused: () => false,
  onBug: (error) => tell({ bug: String(error) }),
});
tray.onChange((state) => tell({ state }));
tell({ state: tray.state });
process.on("message", (message) => {
  const { revoke } = trayOrder.parse(message);
  const id = tray.state.agents.find(({ name }) => name === revoke)?.id ?? "";
  tray.revoke(id).then(
    () => tell({ revoked: revoke }),
    (error: unknown) => tell({ bug: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
