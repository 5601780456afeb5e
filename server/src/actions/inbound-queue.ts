import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";

/** Rows a batch: large enough to share one commit under load, small enough that a lock is held for milliseconds. */
const BATCH = 200;
/** Give up before the webhook does (10 s), so that its 503 says what was. */
const PATIENCE_MS = 8_000;
const RETRY_MS = 200;

interface Waiting {
  sms: InboundSms;
  since: number;
  resolve: (outcome: StoreOutcome) => void;
  reject: (error: unknown) => void;
}

export interface InboundQueue {
  /** Resolves after the commit of this message. Rejects where it could not be committed in time; it may be sent again. */
  store(sms: InboundSms): Promise<StoreOutcome>;
  /** How many wait for their commit, those of the present batch left out. */
  readonly waiting: number;
}

export interface InboundQueueOptions {
  /** Commits a batch as a whole, or throws and commits nothing. */
  storeBatch: (batch: readonly InboundSms[]) => Promise<StoreOutcome[]>;
  /** Milliseconds, monotonic. */
  now: () => number;
  /** Resolves after some milliseconds. */
  pause: (ms: number) => Promise<void>;
  onError: (error: unknown) => void;
}

/**
 * One flusher: what arrives while a commit is under way shares the next one. A batch that fails is stored row by
 * row, so that one bad row costs only itself; a row whose database is away is tried again until its time is up.
 */
export function createInboundQueue({ storeBatch, now, pause, onError }: InboundQueueOptions): InboundQueue {
  const waiting: Waiting[] = [];
  let flushing = false;

  const storeOne = async (one: Waiting): Promise<void> => {
    try {
      const [outcome] = await storeBatch([one.sms]);
      if (outcome === undefined) throw new Error("a batch of one gave no outcome");
      one.resolve(outcome);
    } catch (error) {
      onError(error);
      if (now() - one.since < PATIENCE_MS) waiting.push(one);
      else one.reject(error);
    }
  };

  const storeAll = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await storeBatch(batch.map(({ sms }) => sms));
      for (const [index, outcome] of outcomes.entries()) batch[index]?.resolve(outcome);
    } catch (error) {
      onError(error);
      const before = waiting.length;
      for (const one of batch) await storeOne(one);
      if (waiting.length > before) await pause(RETRY_MS);
    }
  };

  const flush = async (): Promise<void> => {
    if (flushing) return;
    flushing = true;
    while (waiting.length > 0) await storeAll(waiting.splice(0, BATCH));
    flushing = false;
  };

  return {
    get waiting() {
      return waiting.length;
    },
    store: (sms) =>
      new Promise((resolve, reject) => {
        waiting.push({ sms, since: now(), resolve, reject });
        void flush();
      }),
  };
}
