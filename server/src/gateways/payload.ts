import { z } from "zod";
import { cleanSender, withoutNul } from "../domain/inbound-sms.ts";
import type { PayloadFault } from "./adapter.ts";

/** A gateway's own id of a message: what it uses is a UUID, a NanoID or a hexadecimal number. */
export const messageIdSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, "must be 1 to 128 characters of ASCII without spaces");

/** A sender, which the network may have withheld. */
export const senderSchema = z.string().transform(cleanSender);

/** JSON can name characters that PostgreSQL cannot keep. */
export const textSchema = z.string().transform((text) => withoutNul(text.toWellFormed()));

/** ISO 8601 with an offset; gives epoch milliseconds. */
export const timeSchema = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

type Parsed<T> = { ok: true; value: T } | ({ ok: false } & PayloadFault);

/** Reads a JSON body of UTF-8. Fields that the schema does not name are left alone: gateways add some. */
export function parseBody<T extends z.ZodType>(body: Buffer, schema: T): Parsed<z.output<T>> {
  try {
    return parseFields(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)), schema);
  } catch {
    return { ok: false, field: "body", fault: "is not JSON in UTF-8" };
  }
}

export function parseFields<T extends z.ZodType>(fields: unknown, schema: T): Parsed<z.output<T>> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  // Never the value: it may hold a code.
  return { ok: false, field: issue?.path.join(".") || "body", fault: issue?.message ?? "is not as expected" };
}
