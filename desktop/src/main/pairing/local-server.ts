import { OWNER_KEY_FILE, SERVER_FILE, serverFile } from "@agentpass/shared/local-files";
import { Secret } from "@agentpass/shared/secret";
import { readFile, open } from "node:fs/promises";
import { join } from "node:path";

/** The base URL of the mock server that runs on this user's data folder; null: there is none. */
export async function localMockServer(dataFolder: string): Promise<string | null> {
  try {
    const file = serverFile.parse(JSON.parse(await readFile(join(dataFolder, SERVER_FILE), "utf8")));
    const isHere = ["127.0.0.1", "[::1]", "localhost"].includes(new URL(file.url).hostname);
    return file.mode === "mock" && isHere ? file.url.replace(/\/+$/, "") : null;
  } catch {
    return null;
  }
}

/** The owner's key of that server; null where there is none, or where others than this user could read or have written it. */
export async function ownerKey(dataFolder: string): Promise<Secret | null> {
  try {
    await using file = await open(join(dataFolder, OWNER_KEY_FILE), "r");
    const { uid, mode } = await file.stat();
    const isOurs = process.platform === "win32" || (uid === process.getuid?.() && (mode & 0o077) === 0);
    return isOurs ? new Secret((await file.readFile("utf8")).trim()) : null;
  } catch {
    return null;
  }
}
