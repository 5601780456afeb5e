/** Every command of the documents does what they say: CONTRIBUTING.md, "Documents". */
import { expect, test } from "vitest";
import { everyPage } from "./every-page.ts";
import { pages } from "./pages.ts";
import { planOf } from "./plan.ts";
import type { FoundCommand } from "./read-page.ts";
import { runPage } from "./run-page.ts";
import { skipped } from "./skipped.ts";

const plan = planOf(everyPage, pages);
const toRun = (page: string): FoundCommand[] =>
  plan.flatMap(({ command, fate }) => (command.page === page && fate === "run" ? [command] : []));

test("every page whose commands are run says in which world", () => {
  const known = new Set(pages.map(({ page }) => page));
  const others = plan.filter(({ fate, command }) => fate === "run" && !known.has(command.page));
  expect(others.map(({ command: { page, line, text } }) => `${page}:${line}: ${text}`)).toEqual([]);
});

test("nothing is said of commands that no document has any more", () => {
  const here = new Set(plan.map(({ command: { page, text } }) => `${page}: ${text}`));
  const texts = new Set(plan.map(({ command }) => command.text));
  const declared = pages.flatMap(({ page, runs = {} }) =>
    Object.keys(runs).map((text) => `${page}: ${text}`),
  );
  expect(declared.filter((entry) => !here.has(entry))).toEqual([]);
  expect(Object.keys(skipped).filter((text) => !texts.has(text))).toEqual([]);
  expect(pages.filter(({ page }) => toRun(page).length === 0).map(({ page }) => page)).toEqual([]);
});

test.concurrent.each(pages.map((page) => [page.page, page] as const))(
  "the commands of %s do what it says",
  async (name, page) => {
    const failures = await runPage(page, toRun(name));
    expect(failures.length, failures.join("\n\n")).toBe(0);
  },
);
