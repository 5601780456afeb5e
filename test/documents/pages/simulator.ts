import type { Page, Run } from "../page.ts";
import { mockServer } from "../worlds.ts";

/** The site, which a browser could open. */
export const signUpSite: Run = { says: /The sign-up site is on/, endless: "interrupted", port: 3847 };

export const simulator: Page = {
  page: "docs/simulator.md",
  world: mockServer,
  runs: {
    "pnpm simulate --list": { says: /^duplicates .*^bursts /ms },
    "pnpm simulate --scenario duplicates": { says: /All of it held/ },
    "pnpm sign-up-site": signUpSite,
  },
};
