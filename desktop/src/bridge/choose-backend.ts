import {
  agentSocketPath,
  MOCK_CREDENTIALS_FILE,
  mockCredentialsFile,
  SERVER_FILE,
  serverFile,
} from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FeedEndpoint } from "@agentpass/shared/feed-client/feed-session";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import type { AgentBackend } from "../agent-api/agent-backend.ts";
import { bridgeTokenFile } from "../tray-protocol/bridge-token.ts";
import { isOwnSocket } from "../tray-protocol/own-path.ts";
import { probe } from "../tray-protocol/probe.ts";
import type { BridgeEnvironment } from "./environment.ts";
import { explainServer, withoutPassword } from "../agent-api/explain-server.ts";
import { readLocalFile } from "./local-file.ts";

const DEFAULT_URL = "http://127.0.0.1:3846";

export interface BackendChoice {
  environment: BridgeEnvironment;
  /** What the MCP client calls itself. */
  clientName: string;
  /** Writes a line for the people who run this. */
  note: (text: string) => void;
}

/**
 * Chooses where the tools work: a key of the environment, then the tray's socket where somebody listens, then mock
 * mode's credentials. The choice holds for the life of the process; throws a ProblemError where there is nothing to
 * choose yet, or another user's socket, so that the next call looks again.
 */
export async function chooseBackend(choice: BackendChoice): Promise<AgentBackend> {
  const { environment } = choice;
  if (environment.apiKey || environment.apiKeyFile) return keyBackend(environment);
  const { dataFolder } = environment;
  const path = agentSocketPath({ dataFolder, platform: process.platform, uid: process.getuid?.() });
  if ((await isOwnSocket(path)) && (await probe(path)) === "listening") return trayBackend(choice, path);
  if (await mockCredentials(environment)) return mockBackend(environment);
  return fail(
    "unavailable",
    `AgentPass is not running for this user (its files are looked for in ${dataFolder}). Open AgentPass and sign in, then repeat the call. ` +
      "Without the app: start the server with `pnpm start` for simulated numbers, or set AGENTPASS_API_KEY and AGENTPASS_API_URL in this MCP server's environment.",
  );
}

async function trayBackend(
  { environment, clientName, note }: BackendChoice,
  path: string,
): Promise<AgentBackend> {
  const { TrayBackend } = await import("./tray-backend.ts");
  const tokenFile = bridgeTokenFile(environment.dataFolder, clientName);
  return new TrayBackend({ path, clientName: clientName.slice(0, 200), tokenFile, onNote: note });
}

async function keyBackend(environment: BridgeEnvironment): Promise<AgentBackend> {
  const { ServerBackend } = await import("../agent-api/server-backend.ts");
  let url = environment.apiUrl ?? DEFAULT_URL;
  return new ServerBackend({
    endpoint: async () => {
      url = environment.apiUrl ?? (await localUrl(environment));
      return { url: socketUrl(url), key: await environmentKey(environment) };
    },
    explain: (problem) => explainServer({ url, credential: keyName(environment), problem }),
  });
}

async function mockBackend(environment: BridgeEnvironment): Promise<AgentBackend> {
  const { ServerBackend } = await import("../agent-api/server-backend.ts");
  let url = DEFAULT_URL;
  return new ServerBackend({
    endpoint: async (): Promise<FeedEndpoint> => {
      url = await localUrl(environment);
      const key = await mockCredentials(environment);
      if (!key) return fail("unavailable", `The mock credentials in ${environment.dataFolder} are gone.`);
      return { url: socketUrl(url), key };
    },
    explain: (problem) =>
      explainServer({
        url,
        credential: `the mock credentials in ${join(environment.dataFolder, MOCK_CREDENTIALS_FILE)}`,
        problem,
      }),
  });
}

async function localUrl({ dataFolder }: BridgeEnvironment): Promise<string> {
  return (await readLocalFile(dataFolder, SERVER_FILE, serverFile))?.url ?? DEFAULT_URL;
}

async function mockCredentials({ dataFolder }: BridgeEnvironment): Promise<Secret | null> {
  const file = await readLocalFile(dataFolder, MOCK_CREDENTIALS_FILE, mockCredentialsFile);
  return file ? new Secret(file.agentKey) : null;
}

function keyName({ apiKey }: BridgeEnvironment): string {
  return apiKey ? "AGENTPASS_API_KEY" : "AGENTPASS_API_KEY_FILE";
}

async function environmentKey({ apiKey, apiKeyFile = "" }: BridgeEnvironment): Promise<Secret> {
  if (apiKey) return apiKey;
  try {
    const text = (await readFile(apiKeyFile, "utf8")).trim();
    if (text) return new Secret(text);
  } catch {
    return fail("unavailable", `AGENTPASS_API_KEY_FILE names ${apiKeyFile}, which cannot be read.`);
  }
  return fail("unavailable", `AGENTPASS_API_KEY_FILE names ${apiKeyFile}, which is empty.`);
}

function socketUrl(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    return fail(
      "not_allowed",
      `AGENTPASS_API_URL is ${JSON.stringify(withoutPassword(url))}; it must be an http:// or https:// address, e.g. "${DEFAULT_URL}".`,
    );
  return feedUrl(url);
}
