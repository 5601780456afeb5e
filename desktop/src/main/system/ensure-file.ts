import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { reasonOfFile } from "../files/kept-file.ts";

/**
 * Makes the file hold `content`, null: makes it be gone. `changed`: whether it was otherwise before.
 * A failure, e.g. a full disk, is its reason in a few words.
 */
export function ensureFile(path: string, content: string | null): { changed: boolean } | { failed: string } {
  const before = contentOf(path);
  if (before === content) return { changed: false };
  try {
    if (content === null) rmSync(path, { force: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return { changed: true };
  } catch (error) {
    return { failed: reasonOfFile(error) };
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
