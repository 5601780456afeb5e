import type { Client } from "pg";
import { vi } from "vitest";
import { connectToEmbedded, embeddedPostgres } from "./connect-to-embedded.ts";

export { connectToEmbedded };

/** Resolves when so many waits are open on a number: a call that was sent is not yet a wait that stands in the queue. */
export async function waitsOpen(database: Client, phoneNumber: string, count = 1): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { rowCount } = await database.query(
        `select from waits join leases on leases.id = waits.lease_id join numbers on numbers.id = leases.number_id
         where numbers.e164 = $1 and waits.state = 'open'`,
        [phoneNumber],
      );
      return rowCount === count;
    },
    { timeout: 10_000, interval: 5 },
  );
}

/** Kills PostgreSQL as the kernel's out-of-memory killer would; resolves when its server has started it again. */
export async function killPostgres(dataFolder: string): Promise<void> {
  const killed = embeddedPostgres(dataFolder).pid;
  process.kill(killed, "SIGKILL");
  await vi.waitFor(
    async () => {
      if (embeddedPostgres(dataFolder).pid === killed) throw new Error("PostgreSQL was not started again");
      await using database = await connectToEmbedded(dataFolder);
      await database.query("select");
    },
    { timeout: 20_000, interval: 20 },
  );
}
