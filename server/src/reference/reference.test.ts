import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "../config/read-environment.ts";
import { appRouter } from "../rpc/app-router.ts";
import { pages } from "./pages.ts";
import { proceduresOf } from "./procedures.ts";

describe("the reference", () => {
  it.each(Object.keys(pages))("in docs/%s is what `pnpm docs:api` makes of the code", (name) => {
    const written = readFileSync(path.join(repositoryRoot, "docs", name), "utf8");
    expect(written, "run: pnpm docs:api").toBe(pages[name]?.());
  });

  it.each(proceduresOf(appRouter).map((procedure) => [procedure.path, procedure] as const))(
    "has a sentence, an input and an output for %s",
    (_, { summary, input, output }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(input, "input").toBeDefined();
      expect(output, "output").toBeDefined();
    },
  );

  it("refuses unknown fields of every input", () => {
    const open = proceduresOf(appRouter).filter(
      ({ input }) => input?.type === "object" && input.additionalProperties !== false,
    );
    expect(open.map((procedure) => procedure.path)).toEqual([]);
  });
});
