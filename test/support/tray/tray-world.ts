import { agentSocketPath } from "@agentpass/shared/local-files";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type {
  FirstContact,
  FirstContactAnswer,
} from "../../../desktop/src/main/agent-socket/first-contacts.ts";
import { LocalAgents } from "../../../desktop/src/main/agent-socket/local-agents.ts";
import {
  startAgentSocket,
  type AgentSocket,
} from "../../../desktop/src/main/agent-socket/start-agent-socket.ts";
import { EmulatedAgentServer } from "../emulated-agent-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { EmulatedAccount } from "./emulated-account.ts";
import { FileStore } from "./file-store.ts";
import { SocketClient } from "./socket-client.ts";

export const allowed = { allow: true, name: "Claude Code", policy: "allow" } as const;

/** The tray's socket in this process, before an emulated agent API. */
export interface TrayWorld {
  server: EmulatedAgentServer;
  account: EmulatedAccount;
  folder: string;
  path: string;
  tray: AgentSocket;
  asked: FirstContact[];
  /** What the person answers from now on; may never resolve. */
  answer: (contact: FirstContact) => Promise<FirstContactAnswer>;
  bugs: unknown[];
  isPaused: boolean;
  connect(): Promise<SocketClient>;
  /** A client that has its token, which is given too. */
  paired(client?: string): Promise<{ bridge: SocketClient; token: string }>;
  restart(): Promise<void>;
}

/** Lasts as long as the test that asks for it. */
export async function trayWorld({
  answerMs = 60_000,
  idleMs = 60_000,
  folder = temporaryFolder(),
} = {}): Promise<TrayWorld> {
  const server = await EmulatedAgentServer.start();
  const account = new EmulatedAccount(server.url);
  const path = agentSocketPath({ dataFolder: folder, platform: process.platform, uid: process.getuid?.() });
  const asked: FirstContact[] = [];
  const bugs: unknown[] = [];
  const start = async (): Promise<AgentSocket> =>
    startAgentSocket({
      path,
      account,
      answerMs,
      idleMs,
      agents: await LocalAgents.load(new FileStore(join(folder, "agents.json"))),
      ask: async (contact) => {
        asked.push(contact);
        return t.answer(contact);
      },
      isPaused: () => t.isPaused,
      onBug: (error) => bugs.push(error),
    });
  const t: TrayWorld = {
    server,
    account,
    folder,
    path,
    asked,
    bugs,
    isPaused: false,
    answer: async () => allowed,
    tray: await start(),
    connect: async () => {
      const client = await SocketClient.connect(path);
      onTestFinished(() => client[Symbol.dispose]());
      return client;
    },
    paired: async (client = "claude-code") => {
      const bridge = await t.connect();
      await bridge.hello({ client });
      await bridge.call("getNumber");
      const { token = "" } = await bridge.until(({ type }) => type === "token");
      return { bridge, token };
    },
    restart: async () => {
      await t.tray.close();
      t.tray = await start();
    },
  };
  onTestFinished(async () => {
    await t.tray.close();
    await server.stop();
    expect(bugs).toEqual([]);
  });
  return t;
}
