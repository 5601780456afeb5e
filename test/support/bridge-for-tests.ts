/** vitest's globalSetup of tests that run the bridge as people get it. */
import type { TestProject } from "vitest/node";
import { bridgeBuilds, type BridgeBuilds } from "./bridge-builds.ts";

declare module "vitest" {
  interface ProvidedContext {
    bridgeBuilds: BridgeBuilds;
  }
}

export default function setUp(project: TestProject): void {
  project.provide("bridgeBuilds", bridgeBuilds());
}
