import type { Page } from "playwright-core";
import { vi } from "vitest";
import { apiClient } from "../api-client.ts";
import type { RunningServer } from "../running-server.ts";
import { stateOf, windowCall } from "./window-calls.ts";

/** Connects the app to the server as a person does; an owner lets it in. Resolves when it is connected. */
export async function pairByCode(window: Page, server: RunningServer): Promise<void> {
  await windowCall(window, "pairing.begin", { server: server.url });
  const userCode = await shownCode(window);
  await apiClient(server.url, server.ownerKey).pairing.approve.mutate({ userCode });
  await isConnected(window);
}

/** The code that the window shows, as soon as it does. */
export async function shownCode(window: Page): Promise<string> {
  const pairing = await vi.waitUntil(
    async () => {
      const { pairing: now } = await stateOf(window);
      return now.step === "waiting" ? now : null;
    },
    { timeout: 20_000, interval: 50 },
  );
  return pairing.userCode;
}

export async function isConnected(window: Page): Promise<void> {
  await vi.waitUntil(async () => (await stateOf(window)).connection.state === "connected", {
    timeout: 30_000,
    interval: 50,
  });
}
