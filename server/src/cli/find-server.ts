import path from "node:path";
import { OWNER_KEY_FILE, SERVER_FILE, serverFile, type ServerFile } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { readJsonFile, readSecretFile } from "../config/data-folder.ts";
import { findDataFolder } from "../config/load-config.ts";
import { parseBaseUrl } from "../config/parse-address.ts";
import type { Environment } from "../config/read-environment.ts";

export interface ServerAccess {
  url: string;
  key: Secret;
  /** Where the key came from, for messages. */
  keyFrom: string;
}

/** Which server a command talks to, and with which key. */
export async function findServer(environment: Environment): Promise<ServerAccess> {
  const dataFolder = findDataFolder(environment);
  const key = environment.get("AGENTPASS_API_KEY");
  const apiUrl = parseBaseUrl(environment, "AGENTPASS_API_URL");
  refuseFaults(environment);
  // Who gives both an address and a key means that server. Without a key it is the one of this machine, which
  // AGENTPASS_API_URL then only says the public address of.
  if (key !== undefined && apiUrl !== null)
    return { url: apiUrl, key: new Secret(key), keyFrom: "AGENTPASS_API_KEY" };
  const { url } = await runningServer(dataFolder);
  if (key !== undefined) return { url, key: new Secret(key), keyFrom: "AGENTPASS_API_KEY" };
  const file = path.join(dataFolder, OWNER_KEY_FILE);
  const owner = await readSecretFile(file);
  if (!owner.ok) return fail("not_signed_in", `${owner.message} Or set AGENTPASS_API_KEY to an admin's key.`);
  return { url, key: new Secret(owner.value), keyFrom: file };
}

/** Where a device that has no key yet asks to be let in: the server named, this machine's, or that of AGENTPASS_API_URL. */
export async function findServerUrl(environment: Environment, named: string | undefined): Promise<string> {
  const dataFolder = findDataFolder(environment);
  const apiUrl = parseBaseUrl(environment, "AGENTPASS_API_URL");
  refuseFaults(environment);
  if (named !== undefined) return named;
  const { url } = await runningServer(dataFolder).catch((error: unknown) => {
    if (apiUrl === null) throw error;
    return { url: apiUrl };
  });
  return url;
}

/** What the server of this data folder wrote about itself, where it still runs. */
export async function runningServer(dataFolder: string): Promise<ServerFile> {
  const start = "start it with: pnpm start (or set AGENTPASS_API_URL and AGENTPASS_API_KEY for another one)";
  const found = await readJsonFile(path.join(dataFolder, SERVER_FILE), serverFile);
  if (!found.ok && found.reason === "missing")
    return fail("unavailable", `No server runs on the data folder ${dataFolder}; ${start}.`);
  if (!found.ok) return fail("unavailable", found.message);
  if (!isRunning(found.value.pid))
    return fail(
      "unavailable",
      `The server of ${dataFolder} has ended (process ${found.value.pid}); ${start}.`,
    );
  return found.value;
}

/** Stops a command before it acts on a faulty environment, with all faults at once. */
export function refuseFaults(environment: Environment): void {
  if (environment.faults.length > 0) fail("invalid_input", environment.faults.join("\n"));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
