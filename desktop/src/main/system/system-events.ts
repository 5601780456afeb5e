import { powerMonitor } from "electron";
import { watchNetwork } from "../connection/watch-network.ts";

/** Calls when a connection that was away may be had again: the computer woke up, was unlocked, or is in another network. */
export function onBackAgain(listener: () => void): () => void {
  powerMonitor.on("resume", listener);
  powerMonitor.on("unlock-screen", listener);
  const unwatch = watchNetwork(listener);
  return () => {
    powerMonitor.off("resume", listener);
    powerMonitor.off("unlock-screen", listener);
    unwatch();
  };
}
