import type { AnyRouter } from "@trpc/server";
import { z } from "zod";
import type { Permission } from "../domain/access.ts";
import type { ProcedureMeta } from "../rpc/trpc.ts";

/** A JSON Schema, as far as this page's tables read one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What the reference says of one procedure. */
export interface ProcedureReference {
  /** `number.list` */
  path: string;
  type: "query" | "mutation" | "subscription";
  permission: Permission;
  /** Undefined where the procedure has none, which a test does not let pass. */
  summary: string | undefined;
  /** Of what is sent; undefined where the procedure does not say. */
  input: JsonSchema | undefined;
  /** Of the answer, or of each item of a subscription. */
  output: JsonSchema | undefined;
}

interface Definition {
  type: ProcedureReference["type"];
  meta: ProcedureMeta;
  inputs: readonly z.ZodType[];
  output?: z.ZodType;
}

/** Every procedure of a router, in the order of its routers' names. */
export function proceduresOf(router: AnyRouter): ProcedureReference[] {
  const procedures = router._def.procedures as Record<string, { _def: Definition }>;
  return Object.entries(procedures)
    .map(([path, { _def }]) => reference(path, _def))
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

function reference(
  path: string,
  { type, meta, inputs, output = meta.items }: Definition,
): ProcedureReference {
  const [input] = inputs;
  return {
    path,
    type,
    permission: meta.permission,
    summary: meta.summary,
    input: input && schemaOf(input, "input"),
    output: output && schemaOf(output, "output"),
  };
}

/** What JSON cannot say (a transformed text, any value) becomes what it is made of. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }) as JsonSchema;
}
