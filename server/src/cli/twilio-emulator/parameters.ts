import type { Request } from "express";
import { badParameter } from "./twilio-error.ts";

/** The query's parameters, each given once. */
export function queryOf(request: Request): Record<string, string> {
  return texts(request.query);
}

/** The form's fields, each given once. */
export function fieldsOf(request: Request): Record<string, string> {
  return texts((request.body as Record<string, unknown> | undefined) ?? {});
}

function texts(from: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(from)) {
    if (typeof value !== "string") throw badParameter(name);
    found[name] = value;
  }
  return found;
}
