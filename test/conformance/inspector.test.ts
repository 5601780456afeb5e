import { createRequire } from "node:module";
import { relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { bridgeFile } from "../support/bridge-process.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { runProgram, type ProgramEnd } from "../support/run-program.ts";

const require = createRequire(import.meta.url);
const inspector = relative(
  repositoryRoot,
  require.resolve("@modelcontextprotocol/inspector/clients/cli/build/index.js"),
);

const answer = z.object({ structuredContent: z.record(z.string(), z.unknown()) });

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** Runs the Inspector's command line on the bridge's command, as a person would. */
async function inspect(...args: string[]): Promise<ProgramEnd> {
  const passedOn = Object.entries(server.environment).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  return runProgram(inspector, [process.execPath, bridgeFile, ...passedOn, ...args], {
    HOME: "/nonexistent",
  });
}

async function call(tool: string, args: Readonly<Record<string, unknown>>): Promise<ProgramEnd> {
  const given = Object.entries(args).flatMap(([name, value]) => [
    "--tool-arg",
    `${name}=${JSON.stringify(value)}`,
  ]);
  return inspect("--method", "tools/call", "--tool-name", tool, ...given);
}

async function result(...wanted: Parameters<typeof call>): Promise<Record<string, unknown>> {
  const { exitCode, stdout, stderr } = await call(...wanted);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return answer.parse(JSON.parse(stdout)).structuredContent;
}

test.each(["legacy", "modern"])(
  "the Inspector's strict schema check finds nothing in the %s era",
  async (era) => {
    const { exitCode, stdout, stderr } = await inspect(
      "--protocol-era",
      era,
      "--method",
      "tools/list",
      "--strict",
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ tools: { length: 5 } });
  },
);

test("the Inspector calls every tool, and shows a refusal as an error", async () => {
  const leased = await result("get_phone_number", { passport_id: "inspector" });
  const phone_number = String(leased["phone_number"]);
  const code = randomCode();
  const body = `Your code is ${code}`;
  expect(await server.sms(phone_number, body)).toBe(200);
  expect(await result("wait_for_sms", { phone_number })).toMatchObject({ status: "received", otp: { code } });
  expect(await result("extract_otp_from_sms", { sms_body: body })).toMatchObject({ code });
  expect(await result("list_sms", { phone_number })).toMatchObject({ messages: [{ otp: { code } }] });
  expect(await result("release_phone_number", { phone_number })).toMatchObject({ status: "released" });
  const refused = await call("wait_for_sms", { phone_number, timeout: 30 });
  expect(refused.exitCode).not.toBe(0);
  expect(refused.stdout).toContain("timeout is milliseconds");
});
