import { randomInt } from "node:crypto";
import { ProblemError } from "@agentpass/shared/problem";
import { readEnvironment } from "../../config/read-environment.ts";
import { exitCodes } from "../exit-code.ts";
import { findServer } from "../find-server.ts";
import type { Answer } from "../run-command.ts";
import { problemOfCall, serverClient } from "../server-client.ts";
import type { Talk } from "../talk.ts";
import { openStage } from "./open-stage.ts";
import type { Claim, Scenario, Wishes } from "./scenario.ts";

const DELAY_MS = 2000;

export interface ScenarioOptions {
  from: string;
  to?: string;
  body?: string;
  /** Milliseconds; 0: the scenario's own. */
  delay: number;
}

/** Plays a scenario and tells what held; the exit code is 1 where something did not. */
export async function playScenario(
  scenario: Scenario,
  { from, to, body, delay }: ScenarioOptions,
  { progress }: Talk,
): Promise<Answer> {
  const wishes = { from, nextBody: () => body ?? newBody(), delayMs: delay || DELAY_MS, progress };
  const claims =
    scenario.server === "its own"
      ? await scenario.play(wishes)
      : await playOnRunning(scenario.play, to, wishes);
  const held = claims.every((claim) => claim.held);
  if (!held) process.exitCode = exitCodes.failed;
  const { name, story } = scenario;
  const verdict = held ? "All of it held." : "FAILED: not all of it held.";
  return {
    data: { scenario: name, held, claims },
    text: [`${name}: ${story}`, "", ...claims.map(lineOf), "", verdict].join("\n"),
  };
}

async function playOnRunning(
  play: Extract<Scenario, { server: "running" }>["play"],
  to: string | undefined,
  wishes: Wishes,
): Promise<Claim[]> {
  const access = await findServer(readEnvironment());
  try {
    return await play(await openStage(serverClient(access), to, wishes));
  } catch (error) {
    const problem = problemOfCall(error, access);
    throw problem ? new ProblemError(problem) : error;
  }
}

function lineOf({ text, held, seen }: Claim): string {
  return `  ${held ? "held  " : "FAILED"}  ${text} (${seen})`;
}

function newBody(): string {
  return `${randomInt(100_000, 1_000_000)} is your Example verification code. It expires in 10 minutes.`;
}
