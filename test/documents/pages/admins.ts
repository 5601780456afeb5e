import {
  agent,
  device,
  invitation,
  keyOf,
  member,
  number,
  pairingCode,
  rememberedService,
} from "../given.ts";
import type { Page } from "../page.ts";
import { doctorFix } from "../doctor.ts";
import { mockServer, twilioServer } from "../worlds.ts";

export const agents: Page = {
  page: "docs/agents.md",
  world: mockServer,
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

export const people: Page = {
  page: "docs/people.md",
  world: mockServer,
  runs: {
    "pnpm agentpass member invite Ann --role member": { says: /\/pair\/[\w-]{43}$/m },
    'pnpm agentpass member accept https://sms.example.com/pair/… --device "Ann\'s laptop"': {
      given: async (world) => ({ "/pair/…": `/pair/${await invitation(world, "Ann")}` }),
      says: /^ap_device_/m,
    },
    'pnpm agentpass device pair --name "Build machine" --server https://sms.example.com': {
      says: /Code: \w{4}-\w{4}/,
      endless: "interrupted",
    },
    "pnpm agentpass device approve WDJB-MJHT": {
      given: async (world) => ({ "WDJB-MJHT": await pairingCode(world) }),
      says: /Let in for /,
    },
    'pnpm agentpass device remove "Ann\'s laptop"': { given: (world) => device(world, "Ann's laptop") },
    "pnpm agentpass key rotate ap_agent_0a1b2c3d4e5f --overlap 1h": {
      given: async (world) => ({ ap_agent_0a1b2c3d4e5f: (await keyOf(world, "my-agent")).prefix }),
      says: /The old key holds until/,
    },
    "pnpm agentpass key revoke ap_agent_0a1b2c3d4e5f": {
      given: async (world) => ({ ap_agent_0a1b2c3d4e5f: (await keyOf(world, "my-agent")).prefix }),
      says: /is revoked/,
    },
    "pnpm agentpass member remove Ann": {
      given: (world) => member(world, "Ann"),
      says: /Ann is out of the team/,
    },
  },
};

export const numbers: Page = {
  page: "docs/numbers.md",
  world: twilioServer,
  runs: {
    "number consent NUMBER --member NAME": {
      given: async (world) => {
        await member(world, "Ada");
        return { NUMBER: "+14155550100", NAME: "Ada" };
      },
    },
    "number share NUMBER --member NAME": { given: () => ({ NUMBER: "+14155550100", NAME: "Ada" }) },
    "pnpm simulate": { typed: "pnpm simulate --help" },
    "number add +1…": {
      given: async (world) => {
        await number(world, "+14155550100", "retired");
        return { "+1…": "+14155550100" };
      },
    },
    "doctor --fix": doctorFix,
    "number add +49… --provider NAME": {
      given: async (world) => {
        await world.api().gateway.add.mutate({ name: "my-phone", kind: "httpsms" });
        return { "+49…": "+4915112345678", NAME: "my-phone" };
      },
    },
    "number provision --country US": { says: /is bought, and in the pool/ },
  },
};

export const settings: Page = {
  page: "docs/settings.md",
  world: mockServer,
  runs: {
    "pnpm agentpass settings set NAME VALUE": {
      given: () => ({ "NAME VALUE": "quarantineMs 48h" }),
      says: /quarantineMs = 2d \(default 24h\)/,
    },
  },
};
