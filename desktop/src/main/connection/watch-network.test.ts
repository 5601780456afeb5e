import type { NetworkInterfaceInfo } from "node:os";
import { expect, test, vi } from "vitest";
import { watchNetwork } from "./watch-network.ts";

function card(address: string, internal = false): NetworkInterfaceInfo[] {
  return [{ address, internal, family: "IPv4", netmask: "", mac: "", cidr: null }];
}

test("another network is told once, loopback and silence never, and nothing after the end", () => {
  vi.useFakeTimers();
  try {
    let now: Record<string, NetworkInterfaceInfo[]> = { eth0: card("192.0.2.7") };
    const onChange = vi.fn<() => void>();
    const stop = watchNetwork(onChange, { interfaces: () => now });
    vi.advanceTimersByTime(10_000);
    now = { ...now, lo: card("127.0.0.1", true) };
    vi.advanceTimersByTime(10_000);
    expect(onChange).not.toHaveBeenCalled();
    now = { wlan0: card("198.51.100.3") };
    vi.advanceTimersByTime(10_000);
    expect(onChange).toHaveBeenCalledOnce();
    stop();
    now = {};
    vi.advanceTimersByTime(10_000);
    expect(onChange).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
