import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { generateMasterKey } from "../crypto/key-ring.ts";
import { readSecretFile, writeSecretFileOnce } from "./data-folder.ts";
import { masterKeyFaults } from "./parse-database.ts";

export const MASTER_KEY_FILE = "master-key";

/** The embedded database's master key ring (`id:base64`, comma-separated), made once, 0600, in the data folder. */
export async function masterKeysOf(dataFolder: string): Promise<Secret> {
  const file = path.join(dataFolder, MASTER_KEY_FILE);
  const found = await readSecretFile(file);
  if (!found.ok && found.reason === "unreadable") return fail("unavailable", found.message);
  const missing = !found.ok && found.reason === "missing";
  const made = missing ? await writeSecretFileOnce(file, `${generateMasterKey()}\n`) : "";
  const text = found.ok ? found.value : made.trim();
  if (masterKeyFaults(text).length > 0)
    return fail(
      "unavailable",
      `${file} holds no whole master key, without which no stored message can be read: put it back from a backup, or remove the data folder to begin anew.`,
    );
  return new Secret(text);
}
