import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** The script of docs/twilio.md, to the letter. */
function script(): string {
  const page = readFileSync(path.join(repositoryRoot, "docs", "twilio.md"), "utf8");
  const [, found] = /## From an empty server to a code\n[\s\S]*?```bash\n([\s\S]*?)```/.exec(page) ?? [];
  if (found === undefined) throw new Error("docs/twilio.md holds no such script");
  return found;
}

async function freePort(): Promise<string> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return String(port);
}

test("the script of docs/twilio.md leads from an empty server to a code in an agent's hands, and leaves nothing running", async () => {
  const { PATH } = process.env;
  const child = spawn("bash", ["-c", script()], {
    cwd: repositoryRoot,
    env: {
      PATH,
      HOME: process.env["HOME"],
      TMPDIR: temporaryFolder(),
      PORT: await freePort(),
      TWILIO_PORT: await freePort(),
      // The developer's own settings are no part of it.
      AGENTPASS_ENV_FILE: "/dev/null",
    },
    stdio: ["ignore", "pipe", "pipe"],
    // Its trap ends what it started.
    timeout: 100_000,
  });
  // Both streams end only when nobody holds them any more: no process is left behind.
  const [out, err, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  expect(exitCode, `${out}\n${err}`).toBe(0);
  expect(out).toMatch(/\+14155550100 +available[\s\S]*\+14155550101 +available/);
  expect(out).toContain("No problem.");
  expect(out).toMatch(/^482913$/m);
}, 120_000);
