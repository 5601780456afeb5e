import { connect } from "node:net";
import { codeOf } from "./own-path.ts";

const PROBE_MS = 2_000;

/** Whether somebody listens at the path: "listening", or why not, e.g. "ECONNREFUSED" where a killed tray left it. */
export function probe(path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const done = (outcome: string): void => {
      resolve(outcome);
      socket.destroy();
    };
    socket.once("connect", () => done("listening"));
    socket.once("error", (error) => done(codeOf(error)));
    socket.setTimeout(PROBE_MS, () => done("ETIMEDOUT"));
  });
}
