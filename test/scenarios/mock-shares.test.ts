/** In mock mode a code shows in the owner's app without any setup; where numbers are real, nothing is shared by itself. */
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { freePort } from "../support/free-port.ts";
import { PairedDevice } from "../support/paired-device.ts";
import { runProgram } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";

test("the owner's device hears and lists a simulated message to a number that nobody holds, after any start", async () => {
  await using server = await RunningServer.start();
  const simulate = async (body: string) => {
    const args = ["--to", "+15551234570", "--from", "GitHub", "--body", body];
    const end = await runProgram("server/src/cli/simulate.ts", args, server.environment);
    expect(end, end.stderr).toMatchObject({ exitCode: 0 });
  };
  const owner = apiClient(server.url, server.ownerKey);
  const shares = async () =>
    (await owner.audit.list.query({ limit: 200 })).entries.filter(({ action }) => action === "number.shared");
  expect(await shares()).toHaveLength(10);
  expect((await shares())[0]).toMatchObject({ actor: { kind: "system", name: "start" } });

  using device = await PairedDevice.pair(server.url, server.ownerKey);
  await simulate("Your GitHub code is 482913");
  await device.toldOf(1);
  expect((await device.api.message.list.query({ messageIds: device.messageIds })).messages).toMatchObject([
    { to: "+15551234570", body: "Your GitHub code is 482913", otp: { code: "482913" } },
  ]);

  const [first] = (await device.api.message.list.query({ messageIds: device.messageIds })).messages;
  const id = first?.id ?? "";
  expect(await device.api.message.open.mutate({ id, purpose: "copy" })).toMatchObject({
    otp: { code: "482913" },
  });
  expect((await device.api.message.receipt.query({ id })).storedAt).toBeGreaterThan(0);
  expect(await device.api.message.markUsed.mutate({ id })).toEqual({ id, status: "used" });
  const changed = { type: "message.changed", messageId: first?.messageId };
  await expect.poll(() => device.items, { timeout: 20_000 }).toContainEqual(expect.objectContaining(changed));

  await server.stop();
  await server.start();
  expect(await shares(), "what is shared already is not shared again").toHaveLength(10);
  await simulate("Your GitHub code is 482914");
  await device.toldOf(2);
  const { messages } = await device.api.message.list.query({ messageIds: device.messageIds });
  expect(messages.map(({ otp, state }) => [otp?.code, state])).toEqual([
    ["482914", "available"],
    ["482913", "consumed"],
  ]);
});

test("in Twilio mode no number is shared, and the owner's device is shown nothing of a number that nobody holds", async () => {
  const port = await freePort();
  const sender = {
    accountSid: `AC${randomBytes(16).toString("hex")}`,
    authToken: randomBytes(16).toString("hex"),
  };
  await using server = await RunningServer.start({
    env: {
      PORT: String(port),
      AGENTPASS_API_URL: `http://127.0.0.1:${port}`,
      TWILIO_ACCOUNT_SID: sender.accountSid,
      TWILIO_AUTH_TOKEN: sender.authToken,
      TWILIO_PHONE_NUMBERS: "+14155550123",
    },
    sender,
  });
  server.port = port;
  const owner = apiClient(server.url, server.ownerKey);
  using device = await PairedDevice.pair(server.url, server.ownerKey);
  expect(await server.sms("+14155550123", "Your code is 482913")).toBe(200);
  expect((await owner.message.list.query({})).messages).toHaveLength(1);
  expect((await device.api.message.list.query({})).messages).toEqual([]);
  expect((await owner.number.history.query({ phoneNumber: "+14155550123" })).shares).toEqual([]);
  const { entries } = await owner.audit.list.query({ limit: 200 });
  expect(entries.filter(({ action }) => action === "number.shared")).toEqual([]);
});
