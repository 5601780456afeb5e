import { VERSION } from "@agentpass/shared/version";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "../../../../test/support/free-port.ts";
import type { PairingView } from "../../shared/app-state.ts";
import type { NewAccount, SignedInAccount } from "../account/account.ts";
import { Observable } from "../observable.ts";
import { Pairing } from "./pairing.ts";

const DEVICE_CODE = "rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE";
const hello = { version: VERSION, now: Date.now(), mode: "live" };
const started = {
  deviceCode: DEVICE_CODE,
  userCode: "WDJB-MJHT",
  url: "https://elsewhere.example/pair",
  expiresAt: hello.now + 600_000,
  intervalMs: 20,
};

/** A server that gives these answers, the last of a list for ever. Gives its address. */
async function played(answers: Record<string, unknown[]>): Promise<string> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "", "http://x").pathname.split("/").at(-1) ?? "";
    const [data, ...more] = answers[name] ?? [];
    if (more.length > 0) answers[name] = more;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ result: { data } }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function pairing() {
  const signedIn: NewAccount[] = [];
  const pairing = new Pairing({
    device: { deviceName: "a laptop", platform: "linux" },
    account: new Observable<SignedInAccount | null>(null),
    signIn: async (account) => void signedIn.push(account),
    onBug: (error) => {
      throw error;
    },
  });
  onTestFinished(() => pairing.cancel());
  const over = async (): Promise<PairingView> => {
    await vi.waitUntil(() => ["failed", "none"].includes(pairing.view.value.step), { timeout: 20_000 });
    return pairing.view.value;
  };
  return { pairing, signedIn, over };
}

const failure = (message: RegExp) => ({
  step: "failed",
  problem: { message: expect.stringMatching(message) as unknown },
});

test.each([
  ["expired", /^Nobody approved the code WDJB-MJHT while it held\. Connect again for a new code/],
  ["denied", /^An admin denied the code WDJB-MJHT/],
  [
    "used",
    /^The key for the code WDJB-MJHT was given out already.*remove that device, then connect again\.$/,
  ],
])("a code that is %s ends the waiting with what to do", async (status, message) => {
  const server = await played({
    "server.hello": [hello],
    "pairing.start": [started],
    "pairing.poll": [{ status: "pending", intervalMs: 20 }, { status }],
  });
  const { pairing: ours, signedIn, over } = pairing();
  ours.begin(server);
  expect(await over()).toMatchObject(failure(message));
  expect(signedIn).toEqual([]);
});

test("the page for the admin is the server's own, wherever the server says it is", async () => {
  const server = await played({
    "server.hello": [hello],
    "pairing.start": [started],
    "pairing.poll": [{ status: "pending", intervalMs: 20 }],
  });
  const { pairing: ours } = pairing();
  ours.begin(server);
  await vi.waitUntil(() => ours.view.value.step === "waiting", { timeout: 20_000 });
  expect(ours.view.value).toMatchObject({ userCode: "WDJB-MJHT", url: `${server}/pair` });
  ours.cancel();
  expect(ours.view.value).toEqual({ step: "none" });
});

test("a server that is too new is named as that, and asked for nothing", async () => {
  const server = await played({ "server.hello": [{ ...hello, version: "99.0.0" }] });
  const { pairing: ours, over } = pairing();
  ours.begin(server);
  expect(await over()).toMatchObject(
    failure(/^This app is version .* too old for the server's 99\.0\.0\. Update AgentPass/),
  );
});

test("nothing there, and something else there, are two sentences", async () => {
  const { pairing: ours, over } = pairing();
  ours.begin(`http://127.0.0.1:${await freePort()}`);
  expect(await over()).toMatchObject(failure(/^Nothing answers at 127\.0\.0\.1:\d+\. Check the address/));
  ours.begin(await played({}));
  expect(await over()).toMatchObject(failure(/is no AgentPass server\. Check the address/));
});
