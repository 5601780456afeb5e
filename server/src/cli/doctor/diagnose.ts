import type { Talk } from "../talk.ts";
import {
  checkConfiguration,
  checkDatabase,
  checkDataFolder,
  checkMode,
  checkServer,
} from "./check-basics.ts";
import { checkNats } from "./check-nats.ts";
import { checkNumbers } from "./check-numbers.ts";
import {
  checkAudit,
  checkClock,
  checkDiskSpace,
  checkFileModes,
  checkProductionSettings,
  checkTeamSettings,
} from "./check-production.ts";
import { checkArrivals, checkPool, checkRedaction, checkTwilioAccount } from "./check-twilio.ts";
import { checkPublicAddress, checkWebhook } from "./check-webhook.ts";
import { failed, type Check, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

export interface Questions {
  fix: boolean;
  production: boolean;
  /** Problems that the person has seen to. */
  accept: readonly Check[];
  talk: Talk;
  ngrokApi?: string | undefined;
}

type Step = readonly [Check, (patient: Patient) => Promise<Finding[]>];

/** All questions in the order of the way from the configuration to the agent; one that breaks does not stop the next. */
export async function diagnose(patient: Patient, questions: Questions): Promise<Finding[]> {
  const { talk, ngrokApi } = questions;
  const fix = questions.fix ? talk : null;
  const usual: Step[] = [
    ["configuration", checkConfiguration],
    ["mode", checkMode],
    ["data-folder", checkDataFolder],
    ["database", checkDatabase],
    ["nats", checkNats],
    ["server", checkServer],
    ["twilio-account", checkTwilioAccount],
    ["public-address", checkPublicAddress],
    ["webhook", checkWebhook],
    ["numbers", (one) => checkNumbers(one, { fix, ngrokApi })],
    ["arrivals", checkArrivals],
    ["pool", checkPool],
    ["redaction", checkRedaction],
  ];
  const production: Step[] = [
    ["https", checkProductionSettings],
    ["file-modes", checkFileModes],
    ["disk-space", checkDiskSpace],
    ["budget", checkTeamSettings],
    ["clock", checkClock],
    ["audit", checkAudit],
  ];
  const findings: Finding[] = [];
  for (const [check, look] of questions.production ? [...usual, ...production] : usual) {
    talk.progress(`Looking at ${check.replaceAll("-", " ")}`);
    const found = await look(patient).catch((error: unknown) => [failed(check, "It cannot be told", error)]);
    findings.push(...found);
  }
  return findings.map((finding) => accepted(finding, questions.accept));
}

function accepted(finding: Finding, accept: readonly Check[]): Finding {
  return finding.status === "problem" && accept.includes(finding.check)
    ? { check: finding.check, status: "accepted", message: finding.message }
    : finding;
}
