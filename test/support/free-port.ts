import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** Below what Linux (32768), macOS and Windows (49152) give to outgoing connections. */
const LOWEST = 20_000;
const BEYOND = 32_768;

/**
 * A port of the loopback address that nobody listens on, for who listens on it later, and again after a restart:
 * meanwhile no outgoing connection is given it, as may happen with one that the system chose.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, BEYOND);
    const server = createServer().listen(port, "127.0.0.1");
    const free = await once(server, "listening").then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EADDRINUSE") throw error;
        return false;
      },
    );
    if (!free) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
