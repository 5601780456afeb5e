import { readdirSync } from "node:fs";
import path from "node:path";
import { doctor, doctorFix } from "../doctor.ts";
import * as given from "../given.ts";
import type { Page, Run } from "../page.ts";
import { signUpSite } from "./simulator.ts";
import { withChat } from "./operators.ts";
import type { World } from "../world.ts";
import { mockServer, twilioServer } from "../worlds.ts";

const QUESTION = "019ab1c2-3d4e-7f50-8a6b-7c8d9e0f1a2b";
const NUMBER = "+14155550100";
const MOCK_NUMBER = "+15551234567";

/** Commands of one noun, by what stands behind it. */
const about = (noun: string, runs: Record<string, Run>): Record<string, Run> =>
  Object.fromEntries(Object.entries(runs).map(([rest, run]) => [`pnpm agentpass ${noun}${rest}`, run]));
const where = (need: NonNullable<Run["given"]>): Run => ({ given: need });

const claude = where((world) => given.agent(world, "claude"));
const device = where((world) => given.device(world, "Old laptop"));
const question = where(async (world) => ({ [QUESTION]: await given.question(world, "claude") }));
const pairing = where(async (world) => {
  await given.member(world, "Ann");
  return { "WDJB-MJHT": await given.pairingCode(world) };
});
const key = where(async (world) => ({
  ap_agent_0a1b2c3d4e5f: (await given.keyOf(world, "my-agent")).prefix,
}));
const numberThatIs = (state: Parameters<typeof given.number>[2]): Run =>
  where((world) => given.number(world, NUMBER, state));
const ada = where((world) => given.member(world, "Ada"));
const gateway = where((world) => given.gateway(world, "my-phone", "+4915112345678"));
/** An agent in mock mode that holds the first of the simulated numbers. */
const holder: Run = {
  in: mockServer,
  env: async (world) => ({ AGENTPASS_API_KEY: (await given.lease(world, "my-agent")).key }),
};
const inMockMode: Run = { in: mockServer };
const watched = async (world: World): Promise<unknown> =>
  given.sms(world, world.inTwilioMode ? NUMBER : MOCK_NUMBER);
/** Codes as they arrive. */
const watch: Run = {
  meanwhile: async (world, terminal) => {
    await terminal.shows(/Watching/);
    await watched(world);
  },
  says: /482913/,
  endless: "interrupted",
};
/** Whose people and servers no other command needs any more. */
const last = (): Promise<World> => mockServer();

const people: Record<string, Run> = {
  ...about("agent ", {
    "rename claude claude-laptop": claude,
    "limits claude --max-leases 1 --messages-per-day 20": claude,
    "resume claude": where(async (world) => {
      await given.agent(world, "claude");
      await world.api().agent.pause.mutate({ agent: "claude" });
    }),
    "remove claude --yes": claude,
  }),
  ...about("approval ", {
    [`allow ${QUESTION}`]: question,
    [`deny ${QUESTION}`]: question,
    "forget claude github": where((world) => given.rememberedService(world, "claude")),
  }),
  ...about("member ", {
    "rename Ann": { in: last },
    "invite Ann --role admin": where((world) => given.nobody(world, "Ann")),
    "uninvite Ann": where(async (world) => void (await given.invitation(world, "Ann"))),
    'accept https://sms.example.com/pair/rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE --device "Ann\'s laptop"':
      where(async (world) => ({
        rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE: await given.invitation(world, "Ann"),
      })),
    "leave --yes": {
      // The last owner cannot.
      in: last,
      given: async (world) => given.member(world, "Bea", "owner"),
      says: /You are out of the team/,
    },
  }),
  ...about("device ", {
    "list --member Ann": where((world) => given.member(world, "Ann")),
    'rename "Old laptop" "Build machine"': device,
    'remove "Old laptop" --yes': device,
    'pair --name "Build machine" --server https://sms.example.com': {
      says: /Code: \w{4}-\w{4}/,
      endless: "interrupted",
    },
    "approve WDJB-MJHT": pairing,
    "approve WDJB-MJHT --member Ann --yes": pairing,
    "deny WDJB-MJHT": pairing,
  }),
  ...about("key ", {
    "create --kind agent --name my-agent --json": { says: /"key": "ap_agent_/ },
    "rotate ap_agent_0a1b2c3d4e5f --overlap 1h": key,
    "revoke ap_agent_0a1b2c3d4e5f --yes": key,
    "confirm ap_agent_0a1b2c3d4e5f": key,
  }),
};

const pool: Record<string, Run> = {
  ...about("number ", {
    [`add ${NUMBER}`]: numberThatIs("retired"),
    "add +4915112345678 --provider my-phone --sim 1": where((world) => given.gateway(world, "my-phone")),
    [`release ${NUMBER}`]: { ...numberThatIs("available"), says: /is given back/ },
    [`suspend ${NUMBER}`]: numberThatIs("available"),
    [`retire ${NUMBER}`]: numberThatIs("available"),
    [`quarantine ${NUMBER}`]: numberThatIs("available"),
    [`consent ${NUMBER} --member Ada`]: ada,
    [`share ${NUMBER} --member Ada`]: ada,
  }),
  ...about("gateway ", {
    "add my-phone --kind android-sms-gateway": where((world) => given.noGateway(world, "my-phone")),
    'test my-phone --body "Your code is 482913"': gateway,
    "rotate-secret my-phone --overlap 1h": gateway,
  }),
  ...about("lease ", {
    "end 0199d4a0-0000-7000-8000-000000000000": where(async (world) => ({
      "0199d4a0-0000-7000-8000-000000000000": (await given.lease(world, "my-agent")).id,
    })),
    get: { env: (world) => given.asAgent(world, "my-agent"), says: /^\+1\d{10}$/m },
    "get --service github.com --country US": { env: (world) => given.asAgent(world, "my-agent") },
  }),
  ...about("message ", {
    [`list --number ${MOCK_NUMBER} --limit 5`]: inMockMode,
    "receipt SM0123456789abcdef0123456789abcdef": {
      in: mockServer,
      given: async (world) => ({ SM0123456789abcdef0123456789abcdef: await given.sms(world, MOCK_NUMBER) }),
    },
    [`wait --number ${MOCK_NUMBER} --timeout 2m`]: {
      ...holder,
      meanwhile: (world) => given.sms(world, MOCK_NUMBER, "Your code is 482914"),
      says: /^482914$/m,
    },
  }),
};

const operations: Record<string, Run> = {
  ...about("", {
    watch,
    [`watch --number ${MOCK_NUMBER} --since 10m --json`]: { ...watch, ...inMockMode },
    "verify claude-code": inMockMode,
    "connect claude-code": inMockMode,
    "disconnect claude-code": inMockMode,
    doctor,
    "doctor --fix": doctorFix,
    "doctor --production --accept backups": { exitCode: 1, says: /accepted backups/ },
    [`doctor --listen ${NUMBER}`]: {
      given: (world) => given.number(world, NUMBER, "available"),
      meanwhile: async (world, terminal) => {
        await terminal.shows(/Waiting for a text to/);
        await given.sms(world, NUMBER);
      },
    },
    [`simulate --to ${MOCK_NUMBER} --body "Your code is 482913"`]: inMockMode,
    "simulate --scenario duplicates": inMockMode,
    "sign-up-site": { ...signUpSite, ...inMockMode },
    "sign-up-site --port 8080": { ...signUpSite, ...inMockMode, port: 8080 },
    "twilio-emulator --numbers +14155550100,+14155550101": {
      says: /Twilio is emulated/,
      endless: "interrupted",
      port: 4010,
    },
    "backup /srv/backups": inMockMode,
    "backup /srv/backups --keys /media/usb/agentpass-keys.json": inMockMode,
    "restore /srv/backups/agentpass-2026-11-22T22-15-00Z.tar.gz --replace": {
      in: mockServer,
      given: async (world) => {
        await world.server.stop();
        return { "agentpass-2026-11-22T22-15-00Z.tar.gz": readdirSync(world.folder("backups"))[0] ?? "" };
      },
      says: /Restored\./,
    },
    "restore --finish": { in: mockServer, says: /Restored\./ },
    "alerts test": { in: withChat },
  }),
};

/** Every example of every command's `--help`. */
export const commands: Page = {
  page: "docs/commands.md",
  world: twilioServer,
  values: (world) => ({ "audit.csv": path.join(world.home, "audit.csv") }),
  runs: { ...people, ...pool, ...operations },
};
