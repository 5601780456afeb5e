import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { pages } from "./pages.ts";
import { planOf } from "./plan.ts";
import { readPage } from "./read-page.ts";
import { runPage } from "./run-page.ts";
import { skipped } from "./skipped.ts";

const markdown = (folder: string): string[] =>
  readdirSync(path.join(repositoryRoot, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join(folder, name));

const read = [...markdown("."), ...markdown("docs")].map(readPage);
const plan = planOf(read, pages);
const toRun = (page: string) => plan.filter((command) => command.page === page && command.fate === "run");

test("every page whose commands are run says in which world", () => {
  const known = pages.map(({ page }) => page);
  const others = plan.filter(({ fate, page }) => fate === "run" && !known.includes(page));
  expect(others.map(({ page, line, text }) => `${page}:${line}: ${text}`)).toEqual([]);
});

test("nothing is said of commands that no document has any more", () => {
  const found = (page: string, text: string): boolean =>
    plan.some((command) => command.page === page && command.text === text);
  const gone = pages.flatMap(({ page, runs = {} }) =>
    Object.keys(runs).flatMap((text) => (found(page, text) ? [] : [`${page}: ${text}`])),
  );
  expect(gone).toEqual([]);
  expect(Object.keys(skipped).filter((text) => !plan.some((command) => command.text === text))).toEqual([]);
  const withoutCommands = pages.filter(({ page }) => toRun(page).length === 0);
  expect(withoutCommands.map(({ page }) => page)).toEqual([]);
});

test.concurrent.each(pages.map((page) => [page.page, page] as const))(
  "the commands of %s do what it says",
  async (name, page) => {
    const failures = await runPage(page, toRun(name));
    if (failures.length > 0) throw new Error(failures.join("\n\n"));
  },
);
