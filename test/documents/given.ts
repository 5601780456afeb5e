/** What a command of a document takes for granted, made where it is not there yet. */
import type { E164 } from "@agentpass/shared/phone-number";
import { vi } from "vitest";
import { newNumber } from "../../server/src/cli/twilio-emulator/state.ts";
import type { World } from "./world.ts";

type Role = "member" | "admin" | "owner";
type NumberState = "available" | "leased" | "quarantined" | "suspended" | "retired";

/** An agent of this name that is not paused. */
export async function agent(world: World, name: string): Promise<void> {
  const found = (await world.api().agent.list.query()).find((one) => one.name === name);
  if (!found) await world.api().agent.create.mutate({ name });
  else if (found.pausedAt !== null) await world.api().agent.resume.mutate({ agent: name });
}

/** A key of this agent, which is made where it is not there. */
export function keyOf(world: World, name: string): Promise<{ key: string; prefix: string }> {
  return world.api().key.create.mutate({ kind: "agent", name });
}

/** A shell in which AGENTPASS_API_KEY is an agent's. */
export async function asAgent(world: World, name = "my-agent"): Promise<Record<string, string>> {
  return { AGENTPASS_API_KEY: (await keyOf(world, name)).key };
}

/** A member of this name, invited and come. */
export async function member(world: World, name: string, role: Role = "member"): Promise<void> {
  const members = await world.api().member.list.query();
  if (members.some((one) => one.name === name)) return;
  const secret = await invitation(world, name, role);
  await world.api("").invitation.accept.mutate({ secret, deviceName: `${name}'s phone`, platform: "linux" });
}

/** Nobody of this name, member or invited. */
export async function nobody(world: World, name: string): Promise<void> {
  const members = await world.api().member.list.query();
  if (members.some((one) => one.name === name)) await world.api().member.remove.mutate({ member: name });
  for (const { id, state, name: invited } of await world.api().invitation.list.query())
    if (state === "open" && invited === name) await world.api().invitation.revoke.mutate({ invitation: id });
}

/** An open invitation's secret, the last part of its link. */
export async function invitation(world: World, name: string, role: Role = "member"): Promise<string> {
  await nobody(world, name);
  const { link } = await world.api().invitation.create.mutate({ name, role });
  return link.split("/").at(-1) ?? "";
}

/** The code of a device that waits to be let in. */
export async function pairingCode(world: World): Promise<string> {
  const asked = await world.api("").pairing.start.mutate({ deviceName: "A new device", platform: "linux" });
  return asked.userCode;
}

/** A device of the owner of this name. */
export async function device(world: World, deviceName: string): Promise<void> {
  const devices = await world.api().device.list.query({});
  if (devices.some(({ name }) => name === deviceName)) return;
  const anybody = world.api("");
  const { deviceCode, userCode } = await anybody.pairing.start.mutate({ deviceName, platform: "linux" });
  await world.api().pairing.approve.mutate({ userCode });
  await anybody.pairing.poll.mutate({ deviceCode });
}

/** A number of the Twilio account, in this state; `leased` by the agent "my-agent". */
export async function number(world: World, phoneNumber: string, state: NumberState): Promise<void> {
  const { number: pool } = world.api();
  const account = world.twilioAccount.state;
  if (!account.numbers.some((one) => one.phoneNumber === phoneNumber))
    account.numbers.push(
      newNumber(phoneNumber as E164, Date.now(), { smsUrl: `${world.url}/webhook/sms-received` }),
    );
  const now = (await pool.list.query({ limit: 200 })).numbers.find((one) => one.phoneNumber === phoneNumber);
  if (now?.state === state) return;
  if (now === undefined || now.state === "retired") await pool.add.mutate({ phoneNumber });
  if (now?.state === "suspended") await pool.resume.mutate({ phoneNumber });
  if (now?.state === "leased") await pool.quarantine.mutate({ phoneNumber });
  const { number: then } = await pool.history.query({ phoneNumber, limit: 1 });
  if (then.state === "quarantined" && state !== "quarantined") await pool.lift.mutate({ phoneNumber });
  if (state === "suspended") await pool.suspend.mutate({ phoneNumber });
  if (state === "retired") await pool.retire.mutate({ phoneNumber });
  if (state === "quarantined" && then.state !== "quarantined") await pool.quarantine.mutate({ phoneNumber });
}

/** A lease of this agent. */
export async function lease(
  world: World,
  name: string,
): Promise<{ id: string; phoneNumber: string; key: string }> {
  const { key } = await keyOf(world, name);
  const { phoneNumber } = await world.api(key).agent.getNumber.mutate({});
  const { leases } = await world.api().lease.list.query({ agent: name });
  const [live] = leases;
  if (!live) throw new Error(`the agent ${name} holds no number`);
  return { id: live.id, phoneNumber, key };
}

/** An SMS that has come to this number; gives its id. */
export async function sms(world: World, to: string, body = "Your code is 482913"): Promise<string> {
  if (world.inTwilioMode) await world.twilioAccount.receive({ from: "+12025550147", to, body });
  else await world.server.sms(to, body);
  const { messages } = await world.api().message.list.query({ phoneNumber: to, limit: 1 });
  const [last] = messages;
  if (!last) throw new Error(`no message came to ${to}`);
  return last.id;
}

/** A question whether this agent may have a message of GitHub's; gives its id. */
export async function question(world: World, name: string): Promise<string> {
  await device(world, "The owner's phone");
  const { phoneNumber, key } = await lease(world, name);
  await world.api().agent.setPolicy.mutate({ agent: name, policy: "ask" });
  const requestId = crypto.randomUUID();
  await world.api(key).agent.openWait.mutate({ requestId, phoneNumber, timeoutMs: 600_000 });
  await sms(world, phoneNumber, "482913 is your GitHub authentication code.");
  const asked = async (): Promise<string | undefined> =>
    (await world.api().approval.list.query()).find(({ agentName }) => agentName === name)?.id;
  return vi.waitUntil(asked, { timeout: 20_000, interval: 50 });
}

/** This agent has messages of GitHub without a question. */
export async function rememberedService(world: World, name: string): Promise<void> {
  await world.api().approval.answer.mutate({ id: await question(world, name), decision: "allow_service" });
}

/** An SMS gateway of this name, and its number where one is given. */
export async function gateway(world: World, name: string, phoneNumber?: string): Promise<void> {
  const gateways = await world.api().gateway.list.query();
  if (!gateways.some((one) => one.name === name))
    await world.api().gateway.add.mutate({ name, kind: "android-sms-gateway" });
  if (phoneNumber === undefined) return;
  const { numbers } = await world.api().number.list.query({ limit: 200 });
  const known = numbers.find((one) => one.phoneNumber === phoneNumber);
  if (known === undefined || known.state === "retired")
    await world.api().number.add.mutate({ phoneNumber, provider: name, sim: 1 });
}

/** No gateway of this name. */
export async function noGateway(world: World, name: string): Promise<void> {
  const found = (await world.api().gateway.list.query()).find((one) => one.name === name);
  if (found) await world.api().gateway.remove.mutate({ name, ifNumbers: found.numbers.length });
}
