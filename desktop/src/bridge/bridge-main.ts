import { claimStdout } from "./own-stdout.ts";

const output = claimStdout();
const { serveBridge } = await import("./serve-bridge.ts");
serveBridge({ input: process.stdin, output });
