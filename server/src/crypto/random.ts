import { randomFillSync } from "node:crypto";

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * So many random bytes, at most 4,096, fit for keys. Each comes out of a pool once and is wiped there: asking the system
 * for a dozen takes 4 µs, five times a message, which was a tenth of what a webhook costs (docs/benchmarks.md, P2).
 */
export function randomFromPool(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = Buffer.from(pool.subarray(used, used + bytes));
  pool.fill(0, used, used + bytes);
  used += bytes;
  return taken;
}
