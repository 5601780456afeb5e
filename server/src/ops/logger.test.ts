import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import * as fc from "fast-check";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { createLogger, readableLines, type LogFields } from "./logger.ts";
import { verifies } from "../../../test/support/verifies.ts";

const CANARIES = {
  number: "+15551234567",
  bareNumber: "15551234567",
  code: "482913",
  hyphenated: "G-482913",
  lettered: "AB12CD",
  key: "ap_agent_9fK2mQx7Lr0Zt4Yb8Wn3Vc6Hd1Js5Pg",
  token: "0123456789abcdef0123456789abcdef",
  signature: "L/OH5YylLD5NRKLltdqwSvS0BnU=",
};

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  let text = "";
  write(createLogger("trace", { write: (line: string) => void (text += line) }));
  return text;
}

/** The canaries in what was logged; a log that says nothing proves nothing. */
function found(text: string): string[] {
  if (text === "") throw new Error("nothing was logged");
  return Object.values(CANARIES).filter((canary) => text.includes(canary));
}

describe("no canary reaches the log", () => {
  test.each(Object.entries(CANARIES))(
    verifies("T10", "%s in a sentence, a field, an unknown field or an error"),
    (_name, canary) => {
      const fields = Object.fromEntries(
        [
          "method",
          "route",
          "status",
          "reason",
          "field",
          "address",
          "host",
          "number",
          "sender",
          "messageSid",
          "teamId",
        ]
          .concat("ms", "mode", "event", "body", "password", "url", canary)
          .map((name) => [name, canary]),
      ) as LogFields;
      expect(found(logged((log) => log.info(`The code is ${canary}.`, fields)))).toEqual([]);
      const error = new Error(`bad value ${canary} in ${canary}\n    at ${canary} (${canary}:1:1)`, {
        cause: new TypeError(canary),
      });
      Object.assign(error, { code: canary, table: canary, detail: canary, query: canary, [canary]: canary });
      const nested = { err: error, body: { text: canary }, ["headers" as string]: [canary] };
      expect(found(logged((log) => log.error("An error", nested)))).toEqual([]);
      expect(found(logged((log) => log.error("Thrown text", { err: canary })))).toEqual([]);
      expect(
        found(logged((log) => log.error("An object", { err: { message: canary }, reason: { canary } }))),
      ).toEqual([]);
      error.message = "changed";
      expect(found(logged((log) => log.error("A changed message", { err: error })))).toEqual([]);
      error.name = canary;
      expect(found(logged((log) => log.error("A changed name", { err: error })))).toEqual([]);
    },
  );

  test("wherever it stands in a reason", () => {
    const around = fc.stringMatching(/^[ .,:;!?()"'-]{0,3}$/);
    const canary = fc.constantFrom(...Object.values(CANARIES));
    fc.assert(
      fc.property(around, canary, around, (before, inside, after) => {
        expect(found(logged((log) => log.warn("x", { reason: before + inside + after })))).toEqual([]);
      }),
    );
  });

  test("a secret prints as one", () => {
    expect(found(logged((log) => log.info("x", { reason: String(new Secret(CANARIES.key)) })))).toEqual([]);
  });
});

describe("what a log is for reaches it", () => {
  test("as one JSON line with level, time, sentence and fields", () => {
    const messageSid = `SM${"0a".repeat(16)}`;
    const line: unknown = JSON.parse(
      logged((log) =>
        log.warn("An SMS was refused", {
          messageSid,
          number: CANARIES.number,
          status: 403,
          route: "/webhook/sms-received",
        }),
      ),
    );
    expect(line).toMatchObject({
      level: 40,
      msg: "An SMS was refused",
      messageSid,
      number: "+15*******67",
      status: 403,
      route: "/webhook/sms-received",
      time: expect.stringMatching(/^\d{4}-/),
    });
  });

  test("an error's kind, code and place", () => {
    const error = Object.assign(new RangeError("x"), {
      code: "23505",
      severity: "ERROR",
      constraint: "one_live_lease",
    });
    const line = JSON.parse(logged((log) => log.error("x", { err: error }))) as { err: { frames: string[] } };
    expect(line.err).toMatchObject({ name: "RangeError", code: "23505", constraint: "one_live_lease" });
    expect(line.err.frames[0]).toContain("logger.test.ts");
  });

  test("but not below its level", () => {
    let text = "";
    const log = createLogger("warn", { write: (line: string) => void (text += line) });
    log.info("x");
    expect(text).toBe("");
  });
});

test("in a terminal a line reads as a sentence with its fields, and is as discreet", async () => {
  const terminal = new PassThrough();
  const log = createLogger("info", readableLines(terminal));
  log.warn("A webhook was refused.", { status: 403, number: CANARIES.number });
  terminal.end();
  const shown = await text(terminal);
  expect(shown).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: A webhook was refused\. \{"status":403,/);
  expect(found(shown)).toEqual([]);
});
