import { readdirSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { readPage, type ReadPage } from "./read-page.ts";

const markdown = (folder: string): string[] =>
  readdirSync(path.join(repositoryRoot, folder))
    .filter((name) => name.endsWith(".md"))
    .toSorted()
    .map((name) => path.posix.join(folder, name));

/** Every document of the repository, README.md first. */
export const everyPage: readonly ReadPage[] = ["README.md", ...markdown("."), ...markdown("docs")]
  .filter((page, index, all) => all.indexOf(page) === index)
  .map(readPage);
