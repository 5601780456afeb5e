import type { Mode } from "./config.ts";
import type { Environment } from "./read-environment.ts";

const twilioVariables = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBERS"] as const;

export interface ChosenMode {
  mode: Mode;
  /** For people: the variables that decided. */
  reason: string;
}

/** Where the server would be reached; mock mode must not be reachable from outside by accident. */
export interface Reach {
  host: string;
  apiUrl: string | null;
}

/** Chooses between mock and Twilio mode (product.md, "Two modes") and that of gateways only, noting a fault where mock mode would be an accident. */
export function chooseMode(environment: Environment, reach: Reach): ChosenMode | undefined {
  const wish = environment.get("AGENTPASS_MODE");
  const missing = twilioVariables.filter((name) => environment.get(name) === undefined);
  switch (wish) {
    case "mock":
      return { mode: "mock", reason: "AGENTPASS_MODE=mock" };
    case "twilio":
      for (const name of missing)
        environment.fault(`${name} is missing and AGENTPASS_MODE=twilio needs it; ${whereToFind[name]}.`);
      return missing.length === 0 ? { mode: "twilio", reason: "AGENTPASS_MODE=twilio" } : undefined;
    case "gateway":
      return { mode: "gateway", reason: "AGENTPASS_MODE=gateway" };
    case undefined:
      if (missing.length === 0) return { mode: "twilio", reason: `${list(twilioVariables)} are set` };
      return mockUnlessByAccident(environment, { reach, missing });
    default:
      return environment.fault(
        `AGENTPASS_MODE must be "mock", "twilio" or "gateway", not ${JSON.stringify(wish.slice(0, 40))}; leave it out to let the TWILIO_ variables decide.`,
      );
  }
}

const whereToFind: Record<(typeof twilioVariables)[number], string> = {
  TWILIO_ACCOUNT_SID: "copy the Account SID from Twilio's console, Account Info",
  TWILIO_AUTH_TOKEN: "copy the Auth Token from Twilio's console, Account Info",
  TWILIO_PHONE_NUMBERS: "list your Twilio numbers, comma-separated, e.g. +14155550100,+14155550101",
};

function mockUnlessByAccident(
  environment: Environment,
  { reach, missing }: { reach: Reach; missing: readonly string[] },
): ChosenMode | undefined {
  const signs: string[] = [];
  if (!isLoopback(reach.host)) signs.push(`HOST is ${reach.host}`);
  if (reach.apiUrl && !isLoopback(new URL(reach.apiUrl).hostname))
    signs.push(`AGENTPASS_API_URL is ${reach.apiUrl}`);
  if (environment.get("NODE_ENV") === "production") signs.push("NODE_ENV is production");
  if (signs.length > 0) return environment.fault(accidentalMock(missing, signs));
  return { mode: "mock", reason: `${list(missing)} ${missing.length === 1 ? "is" : "are"} missing` };
}

/** One line: why mock mode looks like an accident, and both mends. */
function accidentalMock(missing: readonly string[], signs: readonly string[]): string {
  return `${list(missing)} ${missing.length === 1 ? "is" : "are"} missing, which means mock mode, but ${list(signs)}: set ${missing.length === 1 ? "it" : "them"} for Twilio mode, or AGENTPASS_MODE=mock if simulated numbers are meant, AGENTPASS_MODE=gateway if those of SMS gateways are.`;
}

/**
 * The fault of a mock start on a store that has held a real number; null where the start is meant or harmless.
 * The store is open only after the configuration is read, so `wire` asks.
 */
export function mockOnRealStore(
  { mode, reason }: ChosenMode,
  storeHasHeldRealNumber: boolean,
): string | null {
  if (mode !== "mock" || reason === "AGENTPASS_MODE=mock" || !storeHasHeldRealNumber) return null;
  return `${reason}, which means mock mode, but this database has held real numbers: set the TWILIO_ variables for Twilio mode, AGENTPASS_MODE=gateway for those of SMS gateways, AGENTPASS_MODE=mock if simulated numbers are meant, or another AGENTPASS_DATA_DIR or DATABASE_URL.`;
}

/** True for names and addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name)
  );
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
