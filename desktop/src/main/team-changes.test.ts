import type { FeedItem } from "@agentpass/shared/feed";
import { expect, it, vi } from "vitest";
import type { DeviceFeed } from "./connection/device-feed.ts";
import { teamChanges } from "./team-changes.ts";

function feedByHand() {
  const heard: ((item: FeedItem) => void)[] = [];
  const fresh: (() => void)[] = [];
  const feed: DeviceFeed = {
    client: null,
    onItem: (work) => {
      heard.push((item) => void work(item, undefined as never));
      return () => {};
    },
    onFresh: (work) => {
      fresh.push(() => void work(undefined as never));
      return () => {};
    },
  };
  return {
    feed,
    tell: (item: FeedItem) => heard.forEach((hear) => hear(item)),
    startAnew: () => fresh.forEach((hear) => hear()),
  };
}

it("a burst of changes counts once, and a later one again", async () => {
  const { feed, tell } = feedByHand();
  const version = teamChanges(feed);
  tell({ type: "number.changed" });
  tell({ type: "lease.started" });
  tell({ type: "member.changed" });
  await vi.waitUntil(() => version.value > 0);
  expect(version.value).toBe(1);
  tell({ type: "invitation.changed" });
  await vi.waitUntil(() => version.value > 1);
  expect(version.value).toBe(2);
});

it("what was missed counts as a change", async () => {
  const { feed, startAnew } = feedByHand();
  const version = teamChanges(feed);
  startAnew();
  await vi.waitUntil(() => version.value > 0);
  expect(version.value).toBe(1);
});

it("messages and heartbeats are no change of the team", () => {
  vi.useFakeTimers();
  const { feed, tell } = feedByHand();
  const version = teamChanges(feed);
  tell({ type: "heartbeat" });
  tell({ type: "message.received" });
  vi.runAllTimers();
  vi.useRealTimers();
  expect(version.value).toBe(0);
});
