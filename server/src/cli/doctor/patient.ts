import type { ServerFile } from "@agentpass/shared/local-files";
import { ProblemError } from "@agentpass/shared/problem";
import type { Config } from "../../config/config.ts";
import { findDataFolder, loadConfig } from "../../config/load-config.ts";
import { readEnvironment, type Environment } from "../../config/read-environment.ts";
import { createTwilioClient, type TwilioClient } from "../../twilio/twilio-client.ts";
import { findServer, runningServer, type ServerAccess } from "../find-server.ts";
import { problemOfCall, serverClient, type ServerClient } from "../server-client.ts";

/** All that the checks look at, gathered once. */
export interface Patient {
  environment: Environment;
  dataFolder: string;
  /** Null where the configuration is refused: `faults` say why. */
  config: Config | null;
  faults: readonly string[];
  /** What the server of this data folder wrote about itself; null where none runs. */
  server: ServerFile | null;
  /** The server is on another machine: nothing of this one says anything about it. */
  isElsewhere: boolean;
  /** A way to ask the server; null where it does not answer, or not to this key: `silence` says why. */
  api: ServerClient | null;
  access: ServerAccess | null;
  silence: string;
  /** Null without Twilio's credentials. */
  twilio: TwilioClient | null;
}

/** `read` gives the environment anew each time: faults are noted in it. */
export async function examine(read: () => Environment = readEnvironment): Promise<Patient> {
  const environment = read();
  const loaded = loadConfig(environment);
  const config = loaded.ok ? loaded.config : null;
  const dataFolder = config?.dataFolder ?? findDataFolder(read());
  const server = await runningServer(dataFolder).catch(() => null);
  const isElsewhere =
    server === null &&
    environment.get("AGENTPASS_API_KEY") !== undefined &&
    environment.get("AGENTPASS_API_URL") !== undefined;
  const { api, access, silence } = await connect(read);
  return {
    environment,
    dataFolder,
    config: isElsewhere ? null : config,
    faults: loaded.ok ? [] : loaded.faults,
    server,
    isElsewhere,
    api,
    access,
    silence,
    twilio: isElsewhere ? null : twilioOf(config),
  };
}

type Connection = Pick<Patient, "api" | "access" | "silence">;

/** A call that any person's key may make tells whether server and key are good. */
async function connect(read: () => Environment): Promise<Connection> {
  try {
    const access = await findServer(read());
    const api = serverClient(access);
    try {
      await api.settings.get.query();
      return { api, access, silence: "" };
    } catch (error) {
      return { api: null, access, silence: problemOfCall(error, access)?.message ?? String(error) };
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { api: null, access: null, silence: error.message };
  }
}

function twilioOf(config: Config | null): TwilioClient | null {
  const [authToken] = config?.twilio?.authTokens ?? [];
  if (!config?.twilio || authToken === undefined) return null;
  return createTwilioClient({
    accountSid: config.twilio.accountSid,
    authToken,
    baseUrl: config.twilio.apiBaseUrl,
  });
}
