import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "./app-router.ts";
import { problemOfInput } from "./input-problem.ts";

const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>;
const schemaOf = (path: string): z.ZodType => procedures[path]?._def.inputs[0] ?? z.undefined();
const paths = Object.keys(procedures);

/** What the library says by itself, and what programmers say. */
const FOREIGN =
  /\b(Invalid|Unrecognized|Too (big|small)|expected|received|undefined|NaN|regex|pattern|inclusive)\b|[<>]=/;

/** Of an input, what the server says of it; null where it is taken. */
function said(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? null : problemOfInput(result.error, input);
}

const of = (shape: z.ZodRawShape, input: unknown): string | undefined =>
  said(z.strictObject(shape), input)?.message;

test.each<[string, z.ZodRawShape, unknown, string]>([
  ["too small a number", { limit: z.int().min(1) }, { limit: 0 }, "limit: must be at least 1; it is 0"],
  ["too big a number", { limit: z.int().max(50) }, { limit: 99 }, "limit: must be at most 50; it is 99"],
  ["a fraction", { limit: z.int() }, { limit: 1.5 }, "limit: must be a whole number, not 1.5"],
  ["a number as text", { limit: z.int() }, { limit: "5" }, 'limit: must be a number, not "5"'],
  ["a missing field", { name: z.string() }, {}, "name: is missing; it must be a text"],
  ["null", { name: z.string() }, { name: null }, "name: must be a text, not null"],
  ["an empty text", { name: z.string().min(1) }, { name: "" }, "name: must not be empty"],
  [
    "too long a text",
    { name: z.string().max(3) },
    { name: "four" },
    "name: must have at most 3 characters; it has 4",
  ],
  [
    "too long a list",
    { ids: z.array(z.string()).max(1) },
    { ids: ["a", "b"] },
    "ids: must hold at most 1 entries; it holds 2",
  ],
  [
    "an unknown choice",
    { kind: z.enum(["agent", "admin"]) },
    { kind: "x" },
    'kind: must be "agent" or "admin", not "x"',
  ],
  [
    "a missing choice",
    { kind: z.enum(["agent", "admin"]) },
    {},
    'kind: is missing; it must be "agent" or "admin"',
  ],
  ["no id", { id: z.uuid() }, { id: "x" }, 'id: must be an id, as lists and the feed tell it, not "x"'],
  [
    "no time",
    { since: z.iso.datetime({ offset: true }) },
    { since: "today" },
    'since: must be a time with its zone, e.g. "2026-11-22T18:00:00Z", not "today"',
  ],
  [
    "an unknown field",
    { a: z.string().optional() },
    { b: 1, c: 2 },
    'there is no field "b" or "c" here; leave it out',
  ],
  ["a wrong entry", { ids: z.array(z.string()) }, { ids: ["a", 5] }, "ids.1: must be a text, not 5"],
  [
    "one of several kinds",
    { value: z.union([z.boolean(), z.number()]) },
    { value: "x" },
    'value: must be true or false or a number, not "x"',
  ],
  [
    "words of the schema's own",
    { id: z.string().regex(/^a/, "must begin with a") },
    { id: "b" },
    "id: must begin with a",
  ],
])("%s is told in plain words, with the value and the mend", (...[, shape, input, message]) => {
  expect(of(shape, input)).toBe(message);
});

test("no input at all, and one that is no object, are told apart", () => {
  const schema = z.strictObject({});
  expect(said(schema, undefined)?.message).toBe("The input is missing; it must be an object");
  expect(said(schema, [1])?.message).toBe("The input must be an object, not a list");
});

test("what may be a key or an invitation is not said back", () => {
  const secret = "ap_agent_0a1b2c3d4e5f_0123456789012345678901234567890123456789";
  for (const shape of [{ a: z.int() }, { a: z.enum(["x"]) }, { a: z.uuid() }, { a: z.string().max(3) }])
    expect(of(shape, { a: secret })).not.toContain("0a1b2c3d4e5f");
});

test("of a long list of faults the first are named", () => {
  const message = of({ ids: z.array(z.string()) }, { ids: Array.from({ length: 2_000 }, () => 1) });
  expect(message).toMatch(/^ids\.0: must be a text, not 1; .*ids\.9: must be a text, not 1; and 1990 more$/);
});

test("no procedure answers a wrong input in the library's words, and each fault names its field", () => {
  const junk = fc.oneof(
    fc.constantFrom(null, "", " ", "x", -1, 0, 1.5, 1e308, 2 ** 40, true, [], {}, [null], "y".repeat(20_000)),
    fc.jsonValue({ maxDepth: 1 }).filter((value) => !FOREIGN.test(JSON.stringify(value))),
  );
  const input = fc.constantFrom(...paths).chain((path) => {
    const { properties = {} } = z.toJSONSchema(schemaOf(path), { io: "input", unrepresentable: "any" });
    const fields = Object.fromEntries(Object.keys(properties).map((name) => [name, junk]));
    const object = fc.record({ ...fields, strange: junk }, { requiredKeys: [] });
    return fc.oneof({ weight: 9, arbitrary: object }, junk).map((given) => ({ path, given }));
  });
  fc.assert(
    fc.property(input, ({ path, given }) => {
      const problem = said(schemaOf(path), given);
      if (problem === null) return;
      expect(problem.message, path).not.toMatch(FOREIGN);
      expect(problem.message.length, path).toBeLessThan(8_000);
      expect(problem.message, path).toContain(problem.field === undefined ? "" : `${problem.field}: `);
    }),
    { numRuns: 5_000 },
  );
});
