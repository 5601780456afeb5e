import path from "node:path";
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { repositoryRoot } from "../../../server/src/config/read-environment.ts";
import type { Page } from "../page.ts";
import { electron, tray as trayRun, trayShows } from "../tray.ts";
import { copiedCheckout, noServer } from "../worlds.ts";

export const architecture: Page = {
  page: "ARCHITECTURE.md",
  world: copiedCheckout,
  runs: {
    "pnpm docs:api": {
      after: async ({ cwd }) => {
        const page = (root: string): string => readFileSync(path.join(root, "docs/commands.md"), "utf8");
        expect(page(cwd)).toBe(page(repositoryRoot));
      },
    },
  },
};

export const contributing: Page = {
  page: "CONTRIBUTING.md",
  world: noServer,
  runs: {
    "pnpm test:patches ID": {
      given: () => ({ ID: "T1" }),
      says: /1 of 1 promises taken away turned their test red/,
    },
    "npx -y -p node@24 -p pnpm@12 -- pnpm test:full": {
      typed: "npx -y -p node@24 -p pnpm@12 -- pnpm test:full --list",
      says: /500 kills/,
    },
  },
};

export const fullRun: Page = {
  page: "docs/full-run.md",
  world: noServer,
  runs: { "pnpm test:full --list": { says: /500 kills/ } },
};

export const addALanguage: Page = {
  page: "docs/add-a-language.md",
  world: noServer,
};

export const bridge: Page = {
  page: "docs/bridge.md",
  world: copiedCheckout,
  runs: {
    "npm pack": { typed: "cd desktop/dist/bridge/npm && npm pack --dry-run", says: /bin\/agentpass-mcp\.js/ },
    "npm publish": { typed: "cd desktop/dist/bridge/npm && npm publish --dry-run" },
  },
};

export const tray: Page = {
  page: "docs/tray.md",
  world: noServer,
  runs: {
    "pnpm start": { says: /Listening on/, endless: "goes on" },
    "pnpm tray": { ...trayRun, endless: "goes on" },
    'pnpm simulate --to +15551234567 --body "Your code is 482913"': {
      after: (world) => trayShows(world, /482913/),
    },
    "pnpm --filter @agentpass/desktop package": { ...electron, in: copiedCheckout },
    "AGENTPASS_SCREENSHOTS=$PWD/docs/images pnpm exec vitest run --project desktop test/desktop/screenshots.test.ts":
      {
        ...electron,
        in: copiedCheckout,
      },
  },
};
