import { ProblemError } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { z } from "zod";
import type { Config } from "../../config/config.ts";
import { withCredentials } from "../../twilio/number-market.ts";
import type { OwnedNumber, TwilioClient } from "../../twilio/twilio-client.ts";
import { SMS_PATH } from "../../webhook/signed-request.ts";
import type { Talk } from "../talk.ts";
import { poolNumbers } from "./check-twilio.ts";
import { failed, ok, problem, skipped, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** ngrok's own API, https://ngrok.com/docs/agent/api/. */
const NGROK_API = "http://127.0.0.1:4040/api/tunnels";
const tunnels = z.object({
  tunnels: z.array(
    z.object({ public_url: z.url(), proto: z.string(), config: z.object({ addr: z.string() }) }),
  ),
});

export interface NumberQuestions {
  /** Mends what is wrong, asking here where it must; null: only looks. */
  fix: Talk | null;
  /** ngrok's API where it is elsewhere. */
  ngrokApi?: string | undefined;
}

/** Whether Twilio sends each number's SMS here, by POST; with `fix` it is told to. */
export async function checkNumbers(patient: Patient, { fix, ngrokApi }: NumberQuestions): Promise<Finding[]> {
  const { twilio, config } = patient;
  if (twilio === null || config?.twilio == null)
    return [skipped("numbers", "only Twilio's numbers point somewhere")];
  try {
    const wanted =
      patient.api === null ? new Set<string>(config.twilio.phoneNumbers) : await poolNumbers(patient.api);
    const owned = new Map(
      (await twilio.listNumbers()).map((number) => [number.phoneNumber as string, number]),
    );
    const tunnel = await ngrokUrl(config, ngrokApi);
    const base = await baseToSet(config, { tunnel, fix });
    const findings: Finding[] = [];
    for (const phoneNumber of [...wanted].sort()) {
      fix?.progress(`Looking at ${phoneNumber}`);
      findings.push(
        await checkNumber({ phoneNumber, number: owned.get(phoneNumber), base, config, twilio, fix }),
      );
    }
    return [...findings, ...tunnelFindings(config, { tunnel, base })];
  } catch (error) {
    return [failed("numbers", "Twilio's numbers cannot be looked at", error)];
  }
}

/** Where the numbers are to point: the configured address, or the running tunnel's where the person says so. */
async function baseToSet(
  config: Config,
  { tunnel, fix }: { tunnel: string | null; fix: Talk | null },
): Promise<string | null> {
  if (fix === null || tunnel === null || tunnel === config.apiUrl) return config.apiUrl;
  try {
    await fix.confirm(
      `ngrok runs at ${tunnel}, and AGENTPASS_API_URL is ${config.apiUrl ?? "not set"}. Point the numbers at ngrok's address?`,
    );
  } catch (error) {
    // Not wanted, or nobody to ask: the report says what to do instead.
    if (!(error instanceof ProblemError)) throw error;
    return config.apiUrl;
  }
  return tunnel;
}

interface NumberToCheck {
  phoneNumber: string;
  number: OwnedNumber | undefined;
  base: string | null;
  config: Config;
  twilio: TwilioClient;
  fix: Talk | null;
}

async function checkNumber({
  phoneNumber,
  number,
  base,
  config,
  twilio,
  fix,
}: NumberToCheck): Promise<Finding> {
  if (number === undefined)
    return problem(
      "numbers",
      `${phoneNumber} is in the pool, but not in your Twilio account or not available`,
      `Take it out of TWILIO_PHONE_NUMBERS and retire it: pnpm agentpass number retire ${phoneNumber}`,
    );
  if (base === null)
    return problem(
      "numbers",
      `${phoneNumber} has nowhere to point to: AGENTPASS_API_URL is missing`,
      "Set AGENTPASS_API_URL to the public base URL.",
    );
  const fault = faultOf(number, { url: base + SMS_PATH, secret: config.webhookSecret });
  if (fault === null) return ok("numbers", `${phoneNumber} points at ${base}${SMS_PATH} by POST`);
  if (fix === null) return problem("numbers", `${phoneNumber} ${fault}`, "Run: pnpm agentpass doctor --fix");
  await twilio.setWebhook(number.sid, withCredentials(base + SMS_PATH, config.webhookSecret));
  return ok(
    "numbers",
    `${phoneNumber} points at ${base}${SMS_PATH} by POST now (it ${fault.replace(/^points/, "pointed")})`,
  );
}

/** Null where it is as it must be. Says nothing of a secret in the URL. */
function faultOf(
  number: OwnedNumber,
  { url, secret }: { url: string; secret: Secret | null },
): string | null {
  if (number.smsUrl === null || number.smsUrl === "") return "points nowhere";
  if (!URL.canParse(number.smsUrl)) return "points at something that is no URL";
  const set = new URL(number.smsUrl);
  const given = [decodeURIComponent(set.password), set.searchParams.get("secret") ?? ""];
  const bare = set.origin + set.pathname;
  if (bare !== new URL(url).origin + new URL(url).pathname) return `points at ${bare}`;
  if (number.smsMethod !== "POST") return `points here by ${number.smsMethod ?? "no method"}, not by POST`;
  if (secret !== null && !given.includes(secret.reveal()))
    return "points here without the present WEBHOOK_SECRET";
  return null;
}

/** The https address of a tunnel that ends at our port; null where no ngrok runs here. */
async function ngrokUrl(config: Config, api = NGROK_API): Promise<string | null> {
  try {
    const response = await fetch(api, { signal: AbortSignal.timeout(2000) });
    const found = tunnels.parse(await response.json()).tunnels;
    const ours = found.find(
      ({ proto, config: { addr } }) => proto === "https" && portOf(addr) === config.port,
    );
    return ours?.public_url.replace(/\/$/, "") ?? null;
  } catch {
    return null;
  }
}

/** `http://localhost:3846`, `localhost:3846` or `3846`. */
function portOf(address: string): number {
  return Number(/(\d+)\/?$/.exec(address)?.[1]);
}

function tunnelFindings(
  config: Config,
  { tunnel, base }: { tunnel: string | null; base: string | null },
): Finding[] {
  if (tunnel === null || tunnel === config.apiUrl) return [];
  const now = base === tunnel ? "the numbers point there now" : "the numbers do not point there";
  return [
    problem(
      "public-address",
      `ngrok runs at ${tunnel}, which is not AGENTPASS_API_URL; ${now}`,
      `Set AGENTPASS_API_URL=${tunnel} (Twilio's signature covers the address) and start the server again${base === tunnel ? "" : "; then run: pnpm agentpass doctor --fix"}.`,
    ),
  ];
}
