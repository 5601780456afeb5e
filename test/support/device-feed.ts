import { Secret } from "@agentpass/shared/secret";
import type { SignedInAccount } from "../../desktop/src/main/account/account.ts";
import { CursorFile } from "../../desktop/src/main/connection/cursor-file.ts";
import { DeviceConnection } from "../../desktop/src/main/connection/device-connection.ts";
import { Observable } from "../../desktop/src/main/observable.ts";
import type { PairedDevice } from "./paired-device.ts";

/** The tray's own connection for a device that is paired already. `folder`: where its cursor is kept. */
export function connectionOf(device: PairedDevice, server: string, folder: string): DeviceConnection {
  const account = new Observable<SignedInAccount | null>({
    id: device.id,
    server,
    key: new Secret(device.key),
    keyId: device.id,
    deviceId: device.id,
    deviceName: "a laptop",
    memberId: "",
    memberName: "",
    role: "owner",
    team: "",
    mode: "mock",
    isLocal: true,
  });
  return new DeviceConnection({ account, cursors: new CursorFile(folder) });
}
