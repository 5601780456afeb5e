import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BridgeProcess } from "../support/bridge-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Tells on stderr of each module that is loaded. */
const watch = `
  require("node:module").registerHooks({
    load(url, context, next) {
      process.stderr.write("loads " + url + "\\n");
      return next(url, context);
    },
  });`;

test("the handshake and what clients list at their start load nothing of what only calls need", async () => {
  const file = join(temporaryFolder(), "watch.cjs");
  writeFileSync(file, watch);
  await using bridge = new BridgeProcess({ env: { NODE_OPTIONS: `--require ${file}` } });
  await bridge.initialize();
  for (const list of ["tools/list", "resources/list", "resources/templates/list", "prompts/list"])
    expect((await bridge.request(list)).error).toBeUndefined();
  const needed = /bridge\/run-tool|agent-api\/|\/otp\/|@trpc|node_modules\/ws\//;
  expect(bridge.stderr).toContain("bridge/serve-bridge.ts");
  expect(bridge.stderr.split("\n").filter((line) => needed.test(line))).toEqual([]);
  await bridge.toolAnswer(bridge.callTool("extract_otp_from_sms", { sms_body: "Hello" }));
  expect(bridge.stderr).toMatch(needed);
});
