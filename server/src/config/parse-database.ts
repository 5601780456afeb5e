import { Secret } from "@agentpass/shared/secret";
import type { Environment } from "./read-environment.ts";

const NEW_MASTER_KEY = 'make one with: echo "k1:$(openssl rand -base64 32)"';

export interface DatabaseSettings {
  databaseUrl: Secret | null;
  masterKeys: Secret | null;
}

/** DATABASE_URL and AGENTPASS_MASTER_KEY belong together: rows of a shared database need a key that outlives one folder. */
export function parseDatabase(environment: Environment): DatabaseSettings {
  const databaseUrl = environment.get("DATABASE_URL");
  const masterKeys = environment.get("AGENTPASS_MASTER_KEY");
  if (databaseUrl !== undefined && !isPostgresUrl(databaseUrl))
    environment.fault(
      "DATABASE_URL must be a PostgreSQL URL, e.g. postgresql://user:password@host:5432/agentpass (special characters in the password percent-encoded); leave it out for the embedded database.",
    );
  if (databaseUrl !== undefined && masterKeys === undefined)
    environment.fault(
      `AGENTPASS_MASTER_KEY is missing and DATABASE_URL needs it, the same on all nodes; ${NEW_MASTER_KEY}`,
    );
  if (masterKeys !== undefined) for (const fault of masterKeyFaults(masterKeys)) environment.fault(fault);
  return {
    databaseUrl: databaseUrl === undefined ? null : new Secret(databaseUrl),
    masterKeys: masterKeys === undefined ? null : new Secret(masterKeys),
  };
}

/** PostgreSQL leaves the host empty where `?host=` names a socket's folder; URL's own rules do not allow that beside a user. */
function isPostgresUrl(text: string): boolean {
  return (
    /^postgres(ql)?:\/\//.test(text) &&
    URL.canParse(text.replace(/^([^/]*\/\/[^/?#]*@)(?=\/)/, "$1localhost"))
  );
}

/** What is wrong with a master key ring (`id:base64`, comma-separated, 32 bytes each); names ids, never key material. */
export function masterKeyFaults(text: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const [index, entry] of text.split(",").entries()) {
    const [, id, base64] = /^\s*([A-Za-z0-9._-]{1,32}):(.*?)\s*$/.exec(entry) ?? [];
    const where = `AGENTPASS_MASTER_KEY: entry ${index + 1}`;
    if (id === undefined || base64 === undefined) {
      faults.push(
        `${where} must be id:base64 (id: 1 to 32 letters, digits, dots, hyphens, underscores); ${NEW_MASTER_KEY}`,
      );
      continue;
    }
    const bytes = Buffer.from(base64, "base64");
    const isBase64 = bytes.toString("base64").replace(/=+$/, "") === base64.replace(/=+$/, "");
    if (!isBase64) faults.push(`${where} (id ${id}) is not base64; ${NEW_MASTER_KEY}`);
    else if (bytes.length !== 32)
      faults.push(`${where} (id ${id}) holds ${bytes.length} bytes where 32 are needed; ${NEW_MASTER_KEY}`);
    if (ids.has(id)) faults.push(`${where}: the id ${id} is used twice; give each key its own id.`);
    ids.add(id);
  }
  return faults;
}
