import { z } from "zod";
import { cleanBody } from "./clean-text.ts";
import { storableText } from "./storable-text.ts";

/** What people call a team, a person, a device, an agent: one line, without anything that cannot be seen. */
export const nameSchema = storableText
  .max(100)
  .transform((text) => cleanBody(text).replace(/\s+/g, " ").trim())
  .refine((text) => text !== "", "must not be empty");

/** Names something by its id, or by its name where only one has it. */
export const idOrName = storableText.trim().min(1, "must not be empty").max(100);

export const roleSchema = z.enum(["owner", "admin", "member"]);
