import { claimStdout } from "./own-stdout.ts";

const output = claimStdout();
// No `await` here: a single executable's program is CommonJS.
void import("./serve-bridge.ts").then(({ serveBridge }) => serveBridge({ input: process.stdin, output }));
