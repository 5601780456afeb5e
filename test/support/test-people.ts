/** People of a test's team, made straight in the store, so that a test of access needs no pairing. */
import { randomUUID } from "node:crypto";
import { createAgent } from "../../server/src/actions/agents.ts";
import { signIn } from "../../server/src/actions/sign-in.ts";
import { newKey } from "../../server/src/crypto/token-hash.ts";
import type { AdminKeyViewer, DeviceViewer, Role } from "../../server/src/domain/access.ts";
import { insertKey } from "../../server/src/store/keys.ts";
import type { Store } from "../../server/src/store/store.ts";
import { timestamp } from "../../server/src/store/timestamp.ts";
import { withTeamLock } from "../../server/src/store/with-team.ts";
import { testAgent, type TestAgent } from "./test-store.ts";

export interface TestPerson {
  memberId: string;
  device: DeviceViewer;
  deviceKey: string;
  /** An agent of this person's. */
  agent(name: string): Promise<TestAgent>;
}

/** A member with a paired device. */
export async function testPerson(
  { store, teamId }: { store: Store; teamId: string },
  { name, role }: { name: string; role: Role },
): Promise<TestPerson> {
  const memberId = randomUUID();
  await withTeamLock(store, teamId, async (team) => {
    await team.trx
      .insertInto("members")
      .values({ team_id: teamId, id: memberId, name, role, created_at: timestamp(team.now) })
      .execute();
  });
  const deviceKey = await testDevice({ store, teamId }, memberId);
  const device = (await signIn(store, deviceKey)).viewer as DeviceViewer;
  return {
    memberId,
    device,
    deviceKey,
    agent: async (agentName) => testAgent(store, await createAgent(store, device, { name: agentName })),
  };
}

/** A device of this member's, with a key. Gives the key. */
export async function testDevice(
  { store, teamId }: { store: Store; teamId: string },
  memberId: string,
): Promise<string> {
  const secret = newKey("device");
  await withTeamLock(store, teamId, async (team) => {
    const deviceId = randomUUID();
    await team.trx
      .insertInto("devices")
      .values({
        team_id: teamId,
        id: deviceId,
        member_id: memberId,
        name: "laptop",
        platform: "linux",
        created_at: timestamp(team.now),
      })
      .execute();
    await insertKey(team, { secret, kind: "device", name: "laptop", memberId, deviceId });
  });
  return secret.text;
}

/** An admin's key of this member's. */
export async function testAdminKey(
  { store, teamId }: { store: Store; teamId: string },
  memberId: string,
): Promise<{ key: string; viewer: AdminKeyViewer }> {
  const secret = newKey("admin");
  await withTeamLock(store, teamId, (team) =>
    insertKey(team, { secret, kind: "admin", name: "admin", memberId }),
  );
  return { key: secret.text, viewer: (await signIn(store, secret.text)).viewer as AdminKeyViewer };
}
