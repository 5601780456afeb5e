import { agent, rememberedService } from "../given.ts";
import type { Page } from "../page.ts";
import { World } from "../world.ts";

export const agents: Page = {
  page: "docs/agents.md",
  world: World.mock,
  runs: {
    'pnpm agentpass agent create "Claude on my laptop"': { says: /^ap_agent_/m },
    "pnpm agentpass agent limits claude --calls-per-minute 60 --max-leases 1 --messages-per-day 20": {
      given: (world) => agent(world, "claude"),
      says: /calls a minute 60, numbers at once 1, messages a day 20/,
    },
    "pnpm agentpass agent policy claude --set ask": { says: /A person is asked before it gets a message/ },
    "approval forget AGENT SERVICE": {
      given: async (world) => {
        await rememberedService(world, "claude");
        return { AGENT: "claude", SERVICE: "github" };
      },
    },
    "pnpm agentpass agent policy claude --set ask_first": { says: /before it gets the first message/ },
  },
};
