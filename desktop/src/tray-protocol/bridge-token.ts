import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

const FOLDER = "bridge-tokens";

const tokenFile = z.object({
  token: z.string(),
  /** Under which name the person knows this client. */
  agent: z.string(),
});
export type BridgeToken = z.infer<typeof tokenFile>;

/** Where the token of one MCP client lies, by the name that the client gives itself. */
export function bridgeTokenFile(dataFolder: string, clientName: string): string {
  const slug = clientName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return join(dataFolder, FOLDER, `${slug || "unnamed"}.json`);
}

/** Null where there is none, or only half of one. */
export async function readBridgeToken(file: string): Promise<BridgeToken | null> {
  try {
    const parsed = tokenFile.safeParse(JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Replaces the file for its owner only: a reader sees the old text or the new, even over a power cut. */
export async function writeBridgeToken(file: string, token: BridgeToken): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.half`;
  try {
    const handle = await open(half, "w", 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(token)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}
