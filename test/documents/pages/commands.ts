import {
  agent,
  asAgent,
  device,
  gateway,
  invitation,
  keyOf,
  lease,
  member,
  noGateway,
  nobody,
  number,
  pairingCode,
  question,
  sms,
} from "../given.ts";
import type { Page, Run } from "../page.ts";
import { World } from "../world.ts";

const QUESTION = "019ab1c2-3d4e-7f50-8a6b-7c8d9e0f1a2b";
const claude: Run = { given: (world) => agent(world, "claude") };
const ann: Run = { given: (world) => member(world, "Ann") };
const noAnn: Run = { given: (world) => nobody(world, "Ann") };
const ada: Run = { given: (world) => member(world, "Ada") };
const oldLaptop: Run = { given: (world) => device(world, "Old laptop") };
const code: Run = { given: async (world) => ({ "WDJB-MJHT": await pairingCode(world) }) };
const key: Run = { given: async (world) => ({ ap_agent_0a1b2c3d4e5f: (await keyOf(world, "my-agent")).prefix }) };
const free: Run = { given: (world) => number(world, "+14155550100", "available") };
const phone: Run = { given: (world) => gateway(world, "my-phone", "+4915112345678") };
/** After a member has left, the server's world is over: a new one. */
const another = (): Promise<World> => World.twilio();

const about = (name: string, ...runs: [string, Run][]): Record<string, Run> =>
  Object.fromEntries(runs.map(([rest, run]) => [`pnpm agentpass ${name}${rest}`, run]));

/** Every example of every command's `--help`. */
export const commands: Page = {
  page: "docs/commands.md",
  world: World.twilio,
  runs: {
    ...about(
      "agent ",
      ["rename claude claude-laptop", claude],
      ["limits claude --max-leases 1 --messages-per-day 20", claude],
      ["pause claude", claude],
      ["remove claude --yes", claude],
    ),
    ...about(
      "approval ",
      [`allow ${QUESTION}`, { given: async (world) => ({ [QUESTION]: await question(world, "claude") }) }],
      [`deny ${QUESTION}`, { given: async (world) => ({ [QUESTION]: await question(world, "claude") }) }],
      ["forget claude github", claude],
    ),
  },
};
