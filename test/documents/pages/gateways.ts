import { gateway } from "../given.ts";
import type { Page } from "../page.ts";
import { serverWith } from "../worlds.ts";

export const gateways: Page = {
  page: "docs/gateways.md",
  world: () => serverWith({ AGENTPASS_MODE: "gateway" }),
  runs: {
    "pnpm agentpass gateway add my-phone --kind android-sms-gateway": {
      says: /Secret +\S+ \(shown this once\)/,
    },
    "pnpm agentpass number add +4915112345678 --provider my-phone": { says: /is in the pool: available/ },
    'pnpm agentpass gateway test my-phone --body "Your code is 482913"': { says: / 200 in / },
    "number add … --sim 1": {
      given: async (world) => {
        await gateway(world, "two-cards");
        return { "number add …": "number add +4915112345679 --provider two-cards" };
      },
    },
    "pnpm agentpass gateway remove my-phone": { says: /The gateway "my-phone" is removed/ },
  },
};
