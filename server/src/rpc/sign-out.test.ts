import { expect, test } from "vitest";
import { Deployment } from "../../../test/support/deployment.ts";
import { PairedDevice } from "../../../test/support/paired-device.ts";
import { Stopwatch } from "../../../test/support/stopwatch.ts";

const SOON = { timeout: 10_000, interval: 5 };

test.each(["owner", "member"] as const)(
  "a device of the %s that signs out is answered, and its feed ends within 1 s as refused, not as lost",
  async (role) => {
    await using ours = await Deployment.start(2);
    const [here, elsewhere] = ours.nodes.map(({ url }) => url);
    const owner = ours.owner.reveal();
    if (role === "member") {
      const { link } = await ours.admin.invitation.create.mutate({ name: "Ann", role });
      const secret = link.split("/").at(-1) ?? "";
      const first = { secret, deviceName: "a laptop", platform: "linux" };
      await ours.admin.invitation.accept.mutate(first);
    }
    const whose = role === "member" ? "Ann" : undefined;
    using leaving = await PairedDevice.pair(here ?? "", owner, whose);
    using staying = await PairedDevice.pair(elsewhere ?? "", owner, whose);
    const { state } = leaving.feed;
    if (state.state !== "live") throw new Error("the feed is not live");

    const removed = await state.client.device.remove.mutate({ device: leaving.id });
    const answered = new Stopwatch();
    expect(removed).toMatchObject({ id: leaving.id, you: true });
    await expect.poll(() => leaving.feed.state.state, SOON).toBe("away");
    expect(answered.ms()).toBeLessThan(1_000);
    expect(leaving.feed.state).toMatchObject({ problem: { code: "not_signed_in" } });
    await expect(leaving.api.team.show.query()).rejects.toThrow("not valid here");

    // Others of the same name stay; and a connection that is lost says nothing of the kind.
    expect((await staying.api.device.list.query()).map(({ id }) => id)).not.toContain(leaving.id);
    expect(staying.feed.state.state).toBe("live");
    await ours.nodes[1]?.stop();
    await expect.poll(() => staying.states.at(-1)?.state, SOON).not.toBe("live");
    const said = staying.states.flatMap((now) => (now.state === "away" ? [now.problem?.code] : []));
    expect(said).not.toContain("not_signed_in");
  },
);
