import { networkInterfaces } from "node:os";

const EVERY_MS = 1_000;

/**
 * Calls when this computer's addresses have changed: another Wi-Fi, a cable, a VPN. Looks once a second, which costs
 * some 50 µs; Electron's `net.isOnline()` tells of no event to main, and knows no difference between two networks. Gives what ends it.
 */
export function watchNetwork(
  onChange: () => void,
  { interfaces = networkInterfaces, everyMs = EVERY_MS } = {},
): () => void {
  const addresses = (): string =>
    Object.values(interfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }) => address)
      .join();
  let known = addresses();
  const timer = setInterval(() => {
    const now = addresses();
    if (now === known) return;
    known = now;
    onChange();
  }, everyMs);
  return () => clearInterval(timer);
}
