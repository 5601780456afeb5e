import type { Page } from "../page.ts";
import { mockServer } from "../worlds.ts";

export const simulator: Page = {
  page: "docs/simulator.md",
  world: mockServer,
  runs: {
    "pnpm simulate --list": { says: /^duplicates .*^bursts /ms },
    "pnpm simulate --scenario duplicates": { says: /All of it held/ },
    "pnpm sign-up-site": { says: /The sign-up site is on/, endless: "interrupted" },
  },
};
