/** Lines of latency receipts on their way into the store: an answer does not wait for them, who reads a receipt does. */
export interface ReceiptNotes {
  /** A line that fails is left out of its receipt. */
  add(note: Promise<unknown>): void;
  /** Resolves when every line added so far is written, or has failed. */
  written(): Promise<void>;
}

export function createReceiptNotes(): ReceiptNotes {
  const underWay = new Set<Promise<void>>();
  return {
    add(note) {
      const settled = note.then(
        () => {},
        () => {},
      );
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
    },
    async written() {
      await Promise.all(underWay);
    },
  };
}
