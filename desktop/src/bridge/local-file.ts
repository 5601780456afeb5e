import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";

/** Reads a JSON file of the data folder. Null where it is missing or half written. */
export async function readLocalFile<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, name), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
