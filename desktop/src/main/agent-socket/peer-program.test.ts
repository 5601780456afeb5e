import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { peerProgram, pidOfPeer } from "./peer-program.ts";

const lines = `u_str ESTAB 0 0 * 100 * 101 users:(("other",pid=7,fd=3))
u_str ESTAB 0 0 /run/agents.sock 200 * 201 users:(("electron",pid=8,fd=30))
u_str ESTAB 0 0 * 201 * 200 users:(("node",pid=9,fd=20),("child",pid=10,fd=20))
u_str ESTAB 0 0 /run/agents.sock 300 * 0
`;

test.each([
  [200, 9],
  [300, null],
  [400, null],
])("of the lines of ss the process that holds the other end of socket %j is %j", (inode, pid) => {
  expect(pidOfPeer(lines, inode)).toBe(pid);
});

test.skipIf(process.platform !== "linux" || !existsSync("/usr/bin/ss"))(
  "the system names the program that connected, and who started it",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "agentpass-peer-"));
    const path = join(folder, "agents.sock");
    const server = createServer().listen(path);
    await once(server, "listening");
    const program = `require("node:net").connect(${JSON.stringify(path)}).resume()`;
    const child = spawn(process.execPath, ["-e", program], { stdio: "ignore" });
    try {
      const [socket] = (await once(server, "connection")) as [Socket];
      expect(await peerProgram(socket)).toBe(
        `${process.execPath} (process ${child.pid}), started by ${process.execPath} (process ${process.pid})`,
      );
      socket.destroy();
    } finally {
      child.kill();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
