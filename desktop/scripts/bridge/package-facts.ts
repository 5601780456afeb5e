import { readFileSync } from "node:fs";
import { z } from "zod";

const facts = z.object({ version: z.string(), license: z.string(), author: z.string() });

/** What every package of the bridge says of itself. */
export function packageFacts(): z.infer<typeof facts> {
  return facts.parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")));
}
