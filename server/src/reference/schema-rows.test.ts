import { expect, it } from "vitest";
import { z } from "zod";
import type { JsonSchema } from "./procedures.ts";
import { schemaRows } from "./schema-rows.ts";

it("names the type of what may be null, also in a list and beside another type", () => {
  const schema = z.object({
    at: z.number().nullable(),
    name: z.string().nullable(),
    seen: z.array(z.number().nullable()),
    either: z.union([z.string(), z.number()]),
  });
  const rows = schemaRows(z.toJSONSchema(schema) as JsonSchema);
  expect(Object.fromEntries(rows.map(({ field, type }) => [field, type]))).toEqual({
    at: "number or null",
    name: "string or null",
    seen: "array of number or null",
    either: "string or number",
  });
});
