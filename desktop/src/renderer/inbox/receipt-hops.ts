import type { ReceiptView } from "../../shared/ipc-contract.ts";

export interface ReceiptHop {
  hop: keyof ReceiptView;
  /** Since the hop before it that happened; null for the first, and where it did not happen (yet). */
  tookMs: number | null;
  /** Since the webhook received it. */
  sinceStartMs: number | null;
}

const order = ["receivedAt", "storedAt", "matchedAt", "pushedAt", "shownAt", "takenAt"] as const;

/** A receipt's hops in the order in which they happened, those that have not at the end. Milliseconds. */
export function receiptHops(receipt: ReceiptView): ReceiptHop[] {
  const { receivedAt } = receipt;
  const at = (hop: keyof ReceiptView): number => receipt[hop] ?? Number.POSITIVE_INFINITY;
  const sorted = [...order].sort((one, other) => (at(one) < at(other) ? -1 : Number(at(one) > at(other))));
  let before = receivedAt;
  return sorted.map((hop) => {
    const time = receipt[hop];
    if (time === null) return { hop, tookMs: null, sinceStartMs: null };
    const tookMs = hop === "receivedAt" ? null : time - before;
    before = time;
    return { hop, tookMs, sinceStartMs: time - receivedAt };
  });
}
