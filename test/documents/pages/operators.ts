import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { freePort } from "../../support/free-port.ts";
import { keyOf, lease, member } from "../given.ts";
import type { Page, Values } from "../page.ts";
import type { World } from "../world.ts";
import { copiedCheckout, mockServer, noServer, serverWith, twilioServer } from "../worlds.ts";

const noPrometheus = ["prometheus", "promtool"].some((name) => spawnSync(name, ["--version"]).status !== 0);

/** The chat of the built-in alerts: takes all that is posted. */
export async function withChat(): Promise<World> {
  const port = await freePort();
  const chat = createServer((_request, response) => void response.end("ok")).listen(port, "127.0.0.1");
  await once(chat, "listening");
  const world = await serverWith({ ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/` });
  world.with({ [Symbol.dispose]: () => void chat.close() });
  return world;
}

export const operations: Page = {
  page: "docs/operations.md",
  world: withChat,
  runs: {
    "pnpm agentpass key rotate ap_agent_0a1b2c3d4e5f --overlap 24h": {
      given: async (world) => ({ ap_agent_0a1b2c3d4e5f: (await keyOf(world, "my-agent")).prefix }),
    },
    "openssl rand -hex 32": { says: /^[0-9a-f]{64}$/m },
    "promtool test rules alerts.test.yml alerts-volume.test.yml": {
      typed: "cd server/monitoring && promtool test rules alerts.test.yml alerts-volume.test.yml",
      impossible: noPrometheus,
      says: /SUCCESS/,
    },
    "A server, and its metrics: on the port for this machine, and with a key.": {
      in: () => noServer(),
      impossible: noPrometheus,
      env: async () => ({
        METRICS_PORT: String(await freePort()),
        PROMETHEUS_PORT: String(await freePort()),
      }),
      says: /agentpass_numbers\{state="available"\} 10[^]*1 rule files found[^]*job="agentpass".*=> 1/,
    },
  },
};

/** As docs/backup.md says, no server runs during a restore. */
const stopped = (world: World): Promise<void> => world.server.stop();

/** The keys that a restore has suspended, as docs/backup.md names them. */
async function suspendedKeys(world: World): Promise<Values> {
  const keys = await world.api().key.list.query({});
  const prefix = (kind: string): string =>
    keys.find((key) => key.kind === kind && key.suspendedAt !== null)?.prefix ?? "";
  return { ap_agent_0a1b2c3d4e5f: prefix("agent"), ap_device_5e4d3c2b1a0f: prefix("device") };
}

export const backup: Page = {
  page: "docs/backup.md",
  world: async () => {
    const world = await mockServer();
    await lease(world, "my-agent");
    await member(world, "Ann");
    return world;
  },
  runs: {
    "pnpm agentpass backup /srv/backups --keys /media/usb/agentpass-keys.json": {
      says: /What opens it lies in/,
    },
    "pg_dump --format=custom": { typed: "pg_dump --help", says: /--format=c\|d/ },
    "pnpm agentpass restore /srv/backups/agentpass-2026-11-22T22-15-00Z.tar.gz --replace": {
      given: async (world) => {
        await stopped(world);
        return { "agentpass-2026-11-22T22-15-00Z.tar.gz": readdirSync(world.folder("backups"))[0] ?? "" };
      },
      says: /Restored\. 1 leases ended/,
    },
    "pnpm agentpass key list": { given: (world) => world.server.start(), says: /to be confirmed/ },
    "pnpm agentpass key confirm ap_agent_0a1b2c3d4e5f ap_device_5e4d3c2b1a0f": {
      given: suspendedKeys,
      says: /2 keys work again/,
    },
    "pnpm agentpass restore --finish": { given: stopped, says: /Restored\./ },
  },
};

export const twilio: Page = {
  page: "docs/twilio.md",
  world: twilioServer,
  runs: {
    "pnpm agentpass twilio-emulator": {
      says: /Twilio is emulated on http:\/\/127\.0\.0\.1:4010\./,
      endless: "interrupted",
      port: 4010,
    },
    "A Twilio account with two numbers.": {
      in: noServer,
      env: async () => ({ TWILIO_PORT: String(await freePort()) }),
      says: /\+14155550100 +available[^]*\+14155550101 +available[^]*No problem\.[^]*^482913$/m,
    },
  },
};

export const benchmarks: Page = {
  page: "docs/benchmarks.md",
  world: copiedCheckout,
  runs: {
    // All of them are run by CI, in minutes. One that is over in seconds shows what the words do.
    "pnpm bench P3": { given: () => ({ P3: "P7" }), says: /AgentPass extractOtp/ },
    "pnpm bench --full --write docs/benchmarks.md": {
      given: () => ({ "--full": "P7 --full" }),
      says: /"full":true/,
    },
    "pnpm bench P7": { says: /AgentPass extractOtp/ },
  },
};

export const cluster: Page = {
  page: "docs/cluster.md",
  world: twilioServer,
  // Not all is as in production, but the clock is.
  runs: { "pnpm agentpass doctor --production": { exitCode: 1, says: /^ok +clock/m } },
};
