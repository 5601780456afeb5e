import { networkOf } from "./bad-caller-limit.ts";
import { createTokenBuckets } from "./token-bucket.ts";

/** Wrong keys an address may try at once, and how fast the allowance returns. */
const WRONG_KEYS = { burst: 20, perSecond: 1 };
/** Keys of one address that are looked up at the same time, so that the others' calls find a connection free. */
const AT_ONCE = 8;
/** The same for an address that has tried too many wrong ones, and how many of its keys may wait for their turn. */
const AT_ONCE_OVER = 1;
const WAITING_OVER = 20;
const MAX_GOOD_KEYS = 10_000;

export interface KeyPresented {
  /** Null: it came by no network, and has no limit. */
  address: string | null;
  /** Whatever tells this key from others; null: it is another one each time, and never known to be good. */
  key: string | null;
}

/** Bounds what an address can cost us with wrong keys, whatever their number. */
export interface BadKeyLimit {
  /**
   * Looks a key up when it is its turn. Resolves with what `look` gives (null: a wrong key), or with "refused" where
   * the address has tried too many wrong ones. A key that was good here when it was last looked up is looked up at once.
   */
  lookUp<Found extends object>(
    presented: KeyPresented,
    look: () => Promise<Found | null>,
  ): Promise<Found | null | "refused">;
}

interface Lane {
  busy: number;
  waiting: ((mayGo: boolean) => void)[];
}

/** `now` in milliseconds. */
export function createBadKeyLimit(now: () => number): BadKeyLimit {
  const wrong = createTokenBuckets(now);
  const good = new Set<string>();
  const lanes = new Map<string, Lane>();
  const isOver = (network: string): boolean => wrong.wait(network, WRONG_KEYS) > 0;

  const enter = async (network: string): Promise<boolean> => {
    const lane = lanes.get(network) ?? { busy: 0, waiting: [] };
    lanes.set(network, lane);
    const over = isOver(network);
    if (lane.busy < (over ? AT_ONCE_OVER : AT_ONCE)) {
      lane.busy += 1;
      return true;
    }
    if (over && lane.waiting.length >= WAITING_OVER) return false;
    return new Promise((resolve) => lane.waiting.push(resolve));
  };
  const leave = (network: string): void => {
    const lane = lanes.get(network);
    if (!lane) return;
    lane.busy -= 1;
    const over = isOver(network);
    if (over) for (const refuse of lane.waiting.splice(WAITING_OVER)) refuse(false);
    while (lane.waiting.length > 0 && lane.busy < (over ? AT_ONCE_OVER : AT_ONCE)) {
      lane.busy += 1;
      lane.waiting.shift()?.(true);
    }
    if (lane.busy === 0) lanes.delete(network);
  };

  return {
    async lookUp({ address, key }, look) {
      if (address === null) return look();
      if (key !== null && good.has(key)) {
        const found = await look();
        // Revoked, say.
        if (found === null) good.delete(key);
        return found;
      }
      const network = networkOf(address);
      if (!(await enter(network))) return "refused";
      try {
        const found = await look();
        if (found === null) wrong.take(network, WRONG_KEYS);
        else if (key !== null) remember(good, key);
        return found;
      } finally {
        leave(network);
      }
    },
  };
}

function remember(good: Set<string>, key: string): void {
  good.add(key);
  if (good.size > MAX_GOOD_KEYS) good.delete(good.values().next().value ?? "");
}
