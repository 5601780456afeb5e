import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Keyring, noKeyring } from "../support/desktop/keyring.ts";
import { isConnected, pairByCode } from "../support/desktop/pair-by-code.ts";
import { PrivateBus } from "../support/desktop/private-bus.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf } from "../support/desktop/window-calls.ts";
import { RunningServer } from "../support/running-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let server: RunningServer;
beforeAll(async () => {
  if (!noDesktop) server = await RunningServer.start();
}, 60_000);
afterAll(async () => server?.[Symbol.asyncDispose]());

const devices = () => apiClient(server.url, server.ownerKey).device.list.query({});
const notice = async (tray: RunningTray, id: string): Promise<string | undefined> => {
  const { notices } = await stateOf(await tray.window("main-window.html"));
  return notices.find((one) => one.id === id)?.text;
};

test.skipIf(noDesktop)(
  "without a keyring the key is in memory only, and worth nothing when the app has ended",
  async () => {
    const dataFolder = temporaryFolder();
    const tray = await RunningTray.start({ desktop: theDesktop(), dataFolder });
    await pairByCode(await tray.window("main-window.html"), server);
    expect(await notice(tray, "secrets")).toMatch(
      /no keyring .* in memory only.*Install and unlock gnome-keyring/,
    );
    expect(existsSync(join(dataFolder, "tray/secrets"))).toBe(false);
    expect(await devices()).toHaveLength(1);
    await tray[Symbol.asyncDispose]();
    expect(filesWith(dataFolder, "ap_device_")).toBe("");
    expect(await devices()).toEqual([]);
  },
);

test.skipIf(noDesktop || noKeyring)(
  "with a keyring the app is signed in again after a restart, also before the server is there, and its file can be read by nobody",
  async () => {
    const dataFolder = temporaryFolder();
    const { bus } = await keyring();
    const first = await RunningTray.start({ desktop: theDesktop(), dataFolder, bus });
    await pairByCode(await first.window("main-window.html"), server);
    expect(await notice(first, "secrets")).toBeUndefined();
    await first[Symbol.asyncDispose]();
    const file = join(dataFolder, "tray/secrets");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(filesWith(dataFolder, "ap_device_")).toBe("");
    await server.stop("SIGKILL");
    await using again = await RunningTray.start({ desktop: theDesktop(), dataFolder, bus });
    const window = await again.window("main-window.html");
    await expect.poll(async () => (await stateOf(window)).connection.state).toBe("reconnecting");
    await server.start();
    await isConnected(window);
    expect(await devices()).toHaveLength(1);
  },
);

test.skipIf(noDesktop || noKeyring)(
  "what cannot be decrypted any more is kept aside, and the person is told to connect again",
  async () => {
    const dataFolder = temporaryFolder();
    const before = await keyring();
    const first = await RunningTray.start({ desktop: theDesktop(), dataFolder, bus: before.bus });
    await pairByCode(await first.window("main-window.html"), server);
    await first[Symbol.asyncDispose]();
    const sealed = readFileSync(join(dataFolder, "tray/secrets"));
    // Another keyring has another password in it.
    const after = await keyring();
    await using again = await RunningTray.start({ desktop: theDesktop(), dataFolder, bus: after.bus });
    const window = await again.window("main-window.html");
    expect((await stateOf(window)).account).toBeNull();
    expect(await notice(again, "secrets")).toMatch(
      /could not decrypt its keys, so you are signed out: .*Connect this computer again/,
    );
    const aside =
      readdirSync(join(dataFolder, "tray")).find((name) => name.startsWith("secrets.unusable-")) ?? "";
    expect(readFileSync(join(dataFolder, "tray", aside))).toEqual(sealed);
    await pairByCode(window, server);
    expect(await notice(again, "secrets")).toBeUndefined();
  },
);

async function keyring(): Promise<{ bus: PrivateBus }> {
  const bus = await PrivateBus.start();
  const service = await Keyring.start(bus);
  onTestFinished(() => {
    service[Symbol.dispose]();
    bus[Symbol.dispose]();
  });
  return { bus };
}

/** The names of the files below a folder that hold this text. */
function filesWith(folder: string, text: string): string {
  try {
    return execFileSync("grep", ["-rl", text, folder], { encoding: "utf8" });
  } catch {
    return "";
  }
}
