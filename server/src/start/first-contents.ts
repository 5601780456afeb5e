import { randomBytes } from "node:crypto";
import path from "node:path";
import {
  mockCredentialsFile,
  MOCK_CREDENTIALS_FILE,
  OWNER_KEY_FILE,
  type MockCredentials,
} from "@agentpass/shared/local-files";
import type { E164 } from "@agentpass/shared/phone-number";
import { ensureNumbers, ensureTeam, issueAgentKey } from "../actions/first-start.ts";
import { shareMockNumbers } from "../actions/share-mock-numbers.ts";
import { signIn } from "../actions/sign-in.ts";
import { readJsonFile, writeSecretFile } from "../config/data-folder.ts";
import type { Store } from "../store/store.ts";

const MOCK_AGENT = "local agent (mock)";

/** The ten simulated numbers of mock mode, +15551234567 to +15551234576. */
const mockNumbers: readonly E164[] = Array.from(
  { length: 10 },
  (_, index) => `+1555123${4567 + index}` as E164,
);

/** The team and its owner's key file, where the database has none. */
export async function prepareTeam(store: Store, dataFolder: string): Promise<string> {
  const name = store.mode === "mock" ? "Development" : "Team";
  const saveOwnerKey = (key: string) => writeSecretFile(path.join(dataFolder, OWNER_KEY_FILE), `${key}\n`);
  return (await ensureTeam(store, { name, saveOwnerKey })).teamId;
}

/**
 * What mock mode needs so that nothing has to be set up: ten numbers, whose messages the owner's devices see, an agent
 * key that the same user's bridge finds, and an account with a random token by which simulated webhooks are signed.
 */
export async function prepareMock(
  store: Store,
  { teamId, dataFolder }: { teamId: string; dataFolder: string },
): Promise<MockCredentials> {
  await ensureNumbers(store, teamId, { provider: "mock", phoneNumbers: mockNumbers });
  await shareMockNumbers(store, teamId);
  const file = path.join(dataFolder, MOCK_CREDENTIALS_FILE);
  const found = await readJsonFile(file, mockCredentialsFile);
  if (found.ok && (await isValid(store, found.value.agentKey))) return found.value;
  const account = found.ok
    ? found.value
    : { accountSid: `AC${randomBytes(16).toString("hex")}`, authToken: randomBytes(16).toString("hex") };
  const credentials: MockCredentials = {
    agentKey: "",
    accountSid: account.accountSid,
    authToken: account.authToken,
  };
  const saveKey = async (agentKey: string) => {
    credentials.agentKey = agentKey;
    await writeSecretFile(file, `${JSON.stringify(credentials, null, 2)}\n`);
  };
  await issueAgentKey(store, teamId, { agentName: MOCK_AGENT, saveKey });
  return credentials;
}

/** The folder may be newer or older than the database. */
async function isValid(store: Store, key: string): Promise<boolean> {
  return signIn(store, key).then(
    () => true,
    () => false,
  );
}
