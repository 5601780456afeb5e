import type { TeamDevice } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import type { PersonViewer } from "../domain/access.ts";
import { mayActFor } from "../domain/roles.ts";
import { liveDevices, removeDeviceRows, renameDeviceRow, type Device } from "../store/devices.ts";
import { revokeKeysOf } from "../store/keys.ts";
import { liveMembers } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type LockedTeam, type Trx } from "../store/with-team.ts";
import { pick, pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** A member's own devices; an admin's whole team, or one member's. */
export async function listDevices(
  store: Store,
  viewer: PersonViewer,
  { member }: { member?: string | undefined },
): Promise<TeamDevice[]> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const devices = await devicesOf(trx, viewer);
    const memberId = member === undefined ? undefined : pickMember(await liveMembers(trx), member).id;
    return devices
      .filter((device) => memberId === undefined || device.memberId === memberId)
      .map((device) => deviceOf(device, viewer));
  });
}

export async function renameDevice(
  store: Store,
  viewer: PersonViewer,
  { device: idOrName, name }: { device: string; name: string },
): Promise<TeamDevice> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const { person, device } = await manageable(team, viewer, idOrName);
    if (device.name !== name) {
      await renameDeviceRow(team, device.id, name);
      team.record(person, {
        action: "device.renamed",
        subject: { type: "device", id: device.id },
        before: { name: device.name },
        after: { name },
      });
    }
    return deviceOf({ ...device, name }, person);
  });
}

/** Takes a device out at once: its key is revoked, its connections end. */
export async function removeDevice(
  store: Store,
  viewer: PersonViewer,
  { device: idOrName }: { device: string },
): Promise<TeamDevice> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const { person, device } = await manageable(team, viewer, idOrName);
    await removeDeviceRows(team, { id: device.id });
    await revokeKeysOf(team, { deviceId: device.id });
    team.record(person, {
      action: "device.removed",
      subject: { type: "device", id: device.id },
      before: { name: device.name, memberId: device.memberId },
    });
    return deviceOf(device, person);
  });
}

/** The devices that a person may see. */
function devicesOf(trx: Trx, { role, memberId }: PersonViewer): Promise<Device[]> {
  return liveDevices(trx, role === "member" ? memberId : null);
}

async function manageable(
  team: LockedTeam,
  viewer: PersonViewer,
  idOrName: string,
): Promise<{ person: PersonViewer; device: Device }> {
  const person = await requireLiveKey(team, viewer, "person");
  const choice = { field: "device", what: "device", see: "device list" };
  const device = pick(await devicesOf(team.trx, person), idOrName, choice);
  if (!mayActFor(person, { id: device.memberId, role: device.memberRole }))
    fail("not_allowed", "device: it is an owner's; only owners manage it. Ask an owner of the team.", {
      field: "device",
    });
  return { person, device };
}

function deviceOf(device: Device, viewer: PersonViewer): TeamDevice {
  const { memberRole: _role, ...shown } = device;
  return { ...shown, you: viewer.kind === "device" && viewer.deviceId === device.id };
}
