import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { PairingView } from "../../desktop/src/shared/app-state.ts";
import { apiClient } from "../support/api-client.ts";
import { isConnected, pairByCode, shownCode } from "../support/desktop/pair-by-code.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf, windowCall } from "../support/desktop/window-calls.ts";
import { RunningServer } from "../support/running-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let server: RunningServer;
/** Of a computer that the server does not run on. */
let tray: RunningTray;
let window: Page;
beforeAll(async () => {
  if (noDesktop) return;
  server = await RunningServer.start();
  tray = await RunningTray.start({ desktop: theDesktop() });
  window = await tray.window("main-window.html");
}, 60_000);
afterAll(async () => {
  await tray?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  if (noDesktop) return;
  await windowCall(window, "pairing.cancel", undefined);
  await windowCall(window, "account.signOut", undefined);
});

const owner = () => apiClient(server.url, server.ownerKey);

async function step<S extends PairingView["step"]>(wanted: S): Promise<Extract<PairingView, { step: S }>> {
  const is = (view: PairingView): view is Extract<PairingView, { step: S }> => view.step === wanted;
  return vi.waitUntil(
    async () => {
      const { pairing } = await stateOf(window);
      return is(pairing) ? pairing : null;
    },
    { timeout: 30_000, interval: 50 },
  );
}

test.skipIf(noDesktop)(
  "beside a mock server of the same user the app connects without any setup",
  async () => {
    await using beside = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
    const its = await beside.window("main-window.html");
    await expect.poll(() => its.textContent("body"), { timeout: 20_000 }).toContain("Connected");
    await windowCall(its, "account.signOut", undefined);
    expect(await owner().device.list.query({})).toEqual([]);
    // Longer than it looks for a server again: a message's way to another device tells the time.
    await pairByCode(window, server);
    expect((await stateOf(its)).account).toBeNull();
  },
);

test.skipIf(noDesktop)(
  "an admin approves the code that the app shows, and signing out takes the device out",
  async () => {
    await pairByCode(window, server);
    const { account } = await stateOf(window);
    expect(account).toMatchObject({ server: server.url, role: "owner", mode: "mock" });
    expect(account).not.toHaveProperty("key");
    expect(await owner().device.list.query({})).toMatchObject([
      { name: account?.deviceName, platform: "linux" },
    ]);
    await windowCall(window, "account.signOut", undefined);
    expect(await owner().device.list.query({})).toEqual([]);
    expect(await stateOf(window)).toMatchObject({ account: null, connection: { state: "signed_out" } });
  },
);

test.skipIf(noDesktop)("a code that is denied says so, and what to do", async () => {
  await windowCall(window, "pairing.begin", { server: server.url });
  await owner().pairing.deny.mutate({ userCode: await shownCode(window) });
  const { problem } = await step("failed");
  expect(problem.message).toMatch(
    /^An admin denied the code [A-Z]{4}-[A-Z]{4}\. .*connect again for a new code\.$/,
  );
});

test.skipIf(noDesktop)(
  "an invitation is accepted only when the person has agreed to the server's name",
  async () => {
    const { link } = await owner().invitation.create.mutate({ name: "Ann" });
    await windowCall(window, "pairing.begin", { server: link });
    expect(await step("confirm")).toEqual({
      step: "confirm",
      server: server.url,
      how: "link",
      replaces: null,
    });
    expect(await owner().device.list.query({})).toEqual([]);
    await windowCall(window, "pairing.confirm", undefined);
    await isConnected(window);
    expect((await stateOf(window)).account).toMatchObject({ memberName: "Ann", role: "member" });

    await windowCall(window, "pairing.begin", { server: link });
    expect(await step("confirm")).toMatchObject({ replaces: server.url });
    await windowCall(window, "pairing.confirm", undefined);
    expect((await step("failed")).problem.message).toMatch(/^This invitation was used already.*Ask an admin/);
    expect((await stateOf(window)).connection.state).toBe("connected");
  },
);

test.skipIf(noDesktop)(
  "a link that another program opens asks, and what it replaces is taken out",
  async () => {
    await pairByCode(window, server);
    const { link } = await owner().invitation.create.mutate({ name: "Ben" });
    const invitation = link.split("/").at(-1) ?? "";
    const parameters = new URLSearchParams({ server: server.url, invitation }).toString();
    await tray.startAgain(`agentpass://pair?${parameters}`);
    expect(await step("confirm")).toMatchObject({ how: "link", replaces: server.url });
    await windowCall(window, "pairing.confirm", undefined);
    await vi.waitUntil(async () => (await stateOf(window)).account?.memberName === "Ben", {
      timeout: 20_000,
    });
    await isConnected(window);
    expect(await owner().device.list.query({})).toMatchObject([{ memberName: "Ben" }]);
  },
);

test.skipIf(noDesktop)(
  "with the server away the person is signed out all the same, and told what an admin has to do",
  async () => {
    await pairByCode(window, server);
    await server.stop("SIGKILL");
    await windowCall(window, "account.signOut", undefined);
    const { account, notices } = await stateOf(window);
    expect(account).toBeNull();
    expect(notices.find(({ id }) => id === "left-device")?.text).toMatch(
      /could not be removed there: Nothing answers at .* An admin can remove it in the team view\.$/,
    );
    await server.start();
  },
);

test.skipIf(noDesktop)("a server whose certificate nobody vouches for is named as that", async () => {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", cert],
    { stdio: "ignore" },
  );
  const https = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
    response.end("nobody gets this");
  });
  https.listen(0, "127.0.0.1");
  await once(https, "listening");
  const { port } = https.address() as AddressInfo;
  await windowCall(window, "pairing.begin", { server: `https://localhost:${port}` });
  expect((await step("failed")).problem.message).toMatch(
    /^The certificate of localhost:\d+ is of an authority that this computer does not know.*NODE_EXTRA_CA_CERTS/,
  );
  https.close();
});

test.skipIf(noDesktop)("an address that is none is refused in words, before anything is asked", async () => {
  await expect(windowCall(window, "pairing.begin", { server: "my server" })).rejects.toThrow(
    /is no address\. Type the address of your team's server/,
  );
});
