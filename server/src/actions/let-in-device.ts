import type { PairedDevice } from "@agentpass/shared/device-api";
import { newKey } from "../crypto/token-hash.ts";
import type { DeviceViewer } from "../domain/access.ts";
import { insertDevice } from "../store/devices.ts";
import { insertKey } from "../store/keys.ts";
import type { Member } from "../store/members.ts";
import { teamCounts } from "../store/teams.ts";
import type { LockedTeam } from "../store/with-team.ts";

export interface NewDevice {
  name: string;
  platform: string;
  /** Where it calls from. */
  address: string | null;
}

/** Makes a member's device with its key: what the device is told, and the device as one who acts. */
export async function letInDevice(
  team: LockedTeam,
  member: Pick<Member, "id" | "name" | "role">,
  { name, platform, address }: NewDevice,
): Promise<{ device: PairedDevice; viewer: DeviceViewer }> {
  const memberId = member.id;
  const deviceId = await insertDevice(team, { memberId, name, platform });
  const secret = newKey("device");
  const keyId = await insertKey(team, { secret, kind: "device", name, memberId, deviceId });
  const holder = { teamId: team.id, keyId, memberId, deviceId, role: member.role };
  const { name: teamName } = await teamCounts(team.trx);
  return {
    device: {
      key: secret.text,
      keyId,
      deviceId,
      deviceName: name,
      memberId,
      memberName: member.name,
      role: member.role,
      team: teamName,
    },
    viewer: { ...holder, kind: "device", address },
  };
}
