import { createServer } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { MockDesktop, MOCK_NUMBER } from "../support/desktop/mock-desktop.ts";
import { isConnected } from "../support/desktop/pair-by-code.ts";
import { noDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf, windowCall } from "../support/desktop/window-calls.ts";

let desktop: MockDesktop;
beforeAll(async () => {
  if (!noDesktop) desktop = await MockDesktop.start();
}, 60_000);
afterAll(async () => desktop?.[Symbol.asyncDispose]());

const theWindow = () => desktop.tray.window("main-window.html");
const connection = async () => (await stateOf(await theWindow())).connection;

test.skipIf(noDesktop)(
  "a server that is killed and comes back loses nothing and doubles nothing",
  async () => {
    const { server, notifications } = desktop;
    const window = await theWindow();
    const ids: string[] = [];
    const send = async (): Promise<void> => void ids.unshift((await desktop.github()).id);
    const shown = async (): Promise<string[]> => (await stateOf(window)).inbox.messages.map(({ id }) => id);
    await send();
    await expect.poll(shown, { timeout: 20_000 }).toEqual(ids);
    for (let kill = 0; kill < 2; kill += 1) {
      // One is on its way when the server dies, one comes before the app is back.
      await send();
      await server.stop("SIGKILL");
      await vi.waitUntil(async () => (await connection()).state === "reconnecting", { timeout: 10_000 });
      expect(await connection()).toMatchObject({
        offlineSince: expect.any(Number) as unknown,
        retryAt: expect.any(Number) as unknown,
      });
      await server.start();
      await send();
      await isConnected(window);
      await expect.poll(shown, { timeout: 20_000 }).toEqual(ids);
    }
    await send();
    await expect.poll(shown, { timeout: 20_000 }).toEqual(ids);
    const told = (): number => notifications.shown.filter(({ title }) => title.includes("GitHub")).length;
    await expect.poll(told, { timeout: 20_000 }).toBe(ids.length);
  },
);

test.skipIf(noDesktop)(
  "while the server is away a call of the team view says so, and is not sent later",
  async () => {
    const { server } = desktop;
    const window = await theWindow();
    await server.stop("SIGKILL");
    await vi.waitUntil(async () => (await connection()).state === "reconnecting", { timeout: 10_000 });
    await expect
      .poll(async () => {
        const now = await connection();
        return now.state === "reconnecting" ? now.problem?.message : now.state;
      })
      .toMatch(/^Nothing answers at 127\.0\.0\.1:\d+\. Check the address and your network/);
    const invite = windowCall(window, "team.call", {
      procedure: "invitation.create",
      input: { name: "Ann" },
    });
    await expect(invite).rejects.toThrow(
      "AgentPass is not connected to its server now. Try again when it is.",
    );
    await server.start();
    await windowCall(window, "connection.retry", undefined);
    await isConnected(window);
    expect(await windowCall(window, "team.call", { procedure: "invitation.list" })).toEqual([]);
  },
);

test.skipIf(noDesktop)(
  "something else that answers at the server's address is told apart from a server that is away",
  async () => {
    const { server } = desktop;
    const window = await theWindow();
    await server.stop("SIGKILL");
    const page = createServer((_, response) => response.end("<html>a hotel's login page</html>"));
    page.listen(server.port, "127.0.0.1");
    await once(page, "listening");
    await expect
      .poll(
        async () => {
          const now = await connection();
          return now.state === "reconnecting" ? now.problem?.message : now.state;
        },
        { timeout: 20_000 },
      )
      .toMatch(/^What answers at http:\/\/127\.0\.0\.1:\d+ is no AgentPass server/);
    page.closeAllConnections();
    page.close();
    await once(page, "close");
    await server.start();
    await isConnected(window);
  },
);

test.skipIf(noDesktop)(
  "a device that an admin takes out is told so in words, and gets no codes any more",
  async () => {
    const { server } = desktop;
    const window = await theWindow();
    const admin = apiClient(server.url, server.ownerKey);
    const [device] = await admin.device.list.query({});
    await admin.device.remove.mutate({ device: device?.id ?? "" });
    await vi.waitUntil(async () => (await connection()).state === "refused", { timeout: 20_000 });
    expect(await connection()).toMatchObject({
      problem: {
        message: expect.stringMatching(/does not let .* any more: .*Connect this computer again/) as unknown,
      },
    });
    const before = (await stateOf(window)).inbox.messages.length;
    await server.sms(MOCK_NUMBER, "Your GitHub code is 123456");
    await windowCall(window, "connection.retry", undefined);
    await vi.waitUntil(async () => (await connection()).state === "refused", { timeout: 20_000 });
    expect((await stateOf(window)).inbox.messages).toHaveLength(before);
  },
);
