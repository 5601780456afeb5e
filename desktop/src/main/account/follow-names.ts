import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import type { DeviceFeed } from "../connection/device-feed.ts";
import type { Account } from "./account.ts";

/** Keeps what the account is called as the team has it: the person's role decides what the window offers. */
export function followNames(account: Account, feed: DeviceFeed): void {
  const read = async (client: FeedClient): Promise<void> => {
    const [team, members, devices] = await Promise.all([
      client.team.show.query(),
      client.member.list.query(),
      client.device.list.query({}),
    ]);
    const person = members.find(({ you }) => you);
    const device = devices.find(({ you }) => you);
    await account.change({
      team: team.name,
      ...(person && { memberName: person.name, role: person.role }),
      ...(device && { deviceName: device.name }),
    });
  };
  feed.onFresh(read);
  feed.onItem((item, client) =>
    ["member.changed", "team.changed", "device.changed"].includes(item.type) ? read(client) : undefined,
  );
}
