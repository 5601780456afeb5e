/** What a connection says of itself, on a real server. Restarts and removed devices: test/desktop/connection.test.ts. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret } from "@agentpass/shared/secret";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { PairedDevice } from "../../../../test/support/paired-device.ts";
import { RunningServer } from "../../../../test/support/running-server.ts";
import type { SignedInAccount } from "../account/account.ts";
import { Observable } from "../observable.ts";
import { CursorFile } from "./cursor-file.ts";
import { DeviceConnection } from "./device-connection.ts";

let server: RunningServer;
let device: PairedDevice;
let folder: string;
let connection: DeviceConnection | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "agentpass-connection-"));
  server = await RunningServer.start();
  device = await PairedDevice.pair(server.url, server.ownerKey);
}, 60_000);
afterEach(async () => {
  vi.useRealTimers();
  await connection?.close();
  connection = null;
});
afterAll(async () => {
  device[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

function connect(more: { version?: string } = {}): DeviceConnection {
  const account = new Observable<SignedInAccount | null>({
    id: device.id,
    server: server.url,
    key: new Secret(device.key),
    keyId: device.id,
    deviceId: device.id,
    deviceName: "a laptop",
    memberId: "",
    memberName: "",
    role: "owner",
    team: "Development",
    mode: "mock",
    isLocal: true,
  });
  connection = new DeviceConnection({ account, cursors: new CursorFile(folder), ...more });
  connection.start();
  return connection;
}

const settled = { timeout: 20_000, interval: 10 };

test("an app one minor version apart from its server connects", async () => {
  const { view } = connect({ version: "0.0.0" });
  await vi.waitUntil(() => view.value.state === "connected", settled);
  expect(view.value.state).toBe("connected");
});

test("an app of another major version is not let in, and says that the versions do not fit", async () => {
  const { view } = connect({ version: "9.0.0" });
  await vi.waitUntil(() => view.value.state === "outdated", settled);
  expect(view.value).toMatchObject({ state: "outdated", problem: { code: "outdated" } });
});

test("a computer whose clock is an hour behind reckons with the server's clock", async () => {
  const realNow = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => realNow() - 3_600_000);
  try {
    const { clockOffsetMs } = connect();
    await vi.waitUntil(() => clockOffsetMs.value !== 0, settled);
    expect(Math.abs(clockOffsetMs.value - 3_600_000)).toBeLessThan(30_000);
    expect(Math.abs((connection?.now() ?? 0) - realNow())).toBeLessThan(30_000);
  } finally {
    vi.restoreAllMocks();
  }
});
