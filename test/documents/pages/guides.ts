import { doctor, doctorFix } from "../doctor.ts";
import { agent, member, nobody, number, sms } from "../given.ts";
import type { Page } from "../page.ts";
import type { World } from "../world.ts";
import { copiedCheckout, mockServer, noServer, twilioServer } from "../worlds.ts";

const NUMBER = "+14155550100";
const MOCK_NUMBER = "+15551234567";

export const setup: Page = {
  page: "docs/setup.md",
  world: twilioServer,
  runs: {
    "pnpm start": {
      in: noServer,
      says: /Using mock SMS service \(development mode - set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_PHONE_NUMBERS for production\)/,
      endless: "interrupted",
    },
    "cp .env.example .env": { in: copiedCheckout },
    "pnpm agentpass doctor --fix": doctorFix,
    [`pnpm agentpass doctor --listen ${NUMBER}`]: {
      given: (world) => number(world, NUMBER, "available"),
      meanwhile: async (world, terminal) => {
        await terminal.shows(/Waiting for a text to/);
        await sms(world, NUMBER);
      },
      says: /twilio[^]*webhook[^]*database/i,
    },
    "pnpm agentpass watch": {
      meanwhile: async (world, terminal) => {
        await terminal.shows(/Watching/);
        await sms(world, NUMBER);
      },
      says: /482913/,
      endless: "interrupted",
    },
    [`curl -f -H "Authorization: Bearer $(cat ~/.local/share/agentpass/owner-key)" http://127.0.0.1:3846/webhook/sms-notifications/${MOCK_NUMBER}`]:
      {
        in: mockServer,
        given: async (world) => void (await sms(world, MOCK_NUMBER)),
        says: /"code":"482913"/,
      },
    [`pnpm agentpass sql "SELECT * FROM sms_notifications WHERE phone_number = '${MOCK_NUMBER}' ORDER BY received_at DESC LIMIT 10"`]:
      { in: mockServer, says: /\+15551234567[^]*available/ },
    "pnpm agentpass doctor --production": { exitCode: 1, says: /^problem +https/m },
  },
};

const buildAgent = (world: World): Promise<void> => agent(world, "build-agent");

export const admin: Page = {
  page: "docs/admin.md",
  world: twilioServer,
  runs: {
    "pnpm agentpass NOUN --help": { given: () => ({ NOUN: "member" }), says: /Usage: agentpass member/ },
    "pnpm agentpass member invite Ann --role member": { given: (world) => nobody(world, "Ann") },
    "pnpm agentpass agent policy build-agent --set ask": { given: buildAgent },
    "pnpm agentpass doctor": doctor,
    "pnpm agentpass member remove Ann": { given: (world) => member(world, "Ann") },
  },
};

export const troubleshooting: Page = {
  page: "docs/troubleshooting.md",
  world: twilioServer,
  runs: {
    "pnpm agentpass doctor": doctor,
    "agent limits NAME --max-leases 5": {
      given: async (world) => {
        await buildAgent(world);
        return { NAME: "build-agent" };
      },
    },
    "pnpm agentpass connect CLIENT": { given: () => ({ CLIENT: "zed" }) },
    "verify CLIENT": { in: mockServer, typed: "pnpm agentpass connect zed && pnpm agentpass verify zed" },
  },
};

export const securityModel: Page = {
  page: "docs/security-model.md",
  world: twilioServer,
  runs: {
    "pnpm test:patches T1": { says: /(\d+) of \1 promises taken away turned their test red/ },
    "agent policy NAME --set ask": {
      given: async (world) => {
        await buildAgent(world);
        return { NAME: "build-agent" };
      },
    },
  },
};
