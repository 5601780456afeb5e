/** That people find their way through the documents. What they say is tried by `pnpm test:documents`. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

const pages = globSync(["*.md", "docs/*.md", "shared/src/otp/README.md"], { cwd: repositoryRoot });
const textOf = (page: string): string => readFileSync(path.join(repositoryRoot, page), "utf8");

/** As GitHub makes them of headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const anchorsOf = (page: string): Set<string> =>
  new Set([...textOf(page).matchAll(/^#+ +(.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)));

test.each(pages)("every link of %s leads somewhere", (page) => {
  const prose = textOf(page).replaceAll(/```[\s\S]*?```|`[^`]*`/g, "");
  const links = [...prose.matchAll(/(?:\]\(|(?:src|srcset)=")([^)"\s]+)/g)].map(([, to = ""]) => to);
  const broken = links
    .filter((to) => !/^[a-z]+:/.test(to))
    .filter((to) => {
      const [file = "", anchor] = to.split("#");
      const target = file === "" ? page : path.join(path.dirname(page), file);
      const [found] = globSync(target, { cwd: repositoryRoot });
      return found === undefined || (anchor !== undefined && !anchorsOf(target).has(anchor));
    });
  expect(broken).toEqual([]);
});

test("docs/README.md leads to every page", () => {
  const index = textOf("docs/README.md");
  const missing = pages
    .filter((page) => page.startsWith("docs/") && page !== "docs/README.md")
    .filter((page) => !index.includes(`(${path.basename(page)})`));
  expect(missing).toEqual([]);
});
