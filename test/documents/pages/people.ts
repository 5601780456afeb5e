import { device, invitation, keyOf, member, pairingCode } from "../given.ts";
import type { Page } from "../page.ts";
import { World } from "../world.ts";

export const people: Page = {
  page: "docs/people.md",
  world: World.mock,
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
    "pnpm agentpass member remove Ann": { given: (world) => member(world, "Ann"), says: /Ann is out of the team/ },
  },
};
