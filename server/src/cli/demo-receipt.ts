/** Epoch milliseconds with fractions; null where a hop was not taken. */
export interface ReceiptOfDemo {
  sentAt: number;
  receivedAt: number;
  storedAt: number;
  matchedAt: number | null;
  pushedAt: number | null;
  answeredAt: number;
}

/** The latency receipt for people: each hop, and the time since the SMS left. All processes share one machine's clock. */
export function receiptText(times: ReceiptOfDemo): string {
  const hops: [string, number | null][] = [
    ["webhook sent", times.sentAt],
    ["webhook received", times.receivedAt],
    ["being stored", times.storedAt],
    ["matched to the wait", times.matchedAt],
    ["pushed", times.pushedAt],
    ["answered to the agent", times.answeredAt],
  ];
  const rows = hops.map(([name, at]) => {
    const time = at === null ? "-" : `${(at - times.sentAt).toFixed(1)} ms`;
    return `  ${name.padEnd(24)}${time.padStart(10)}`;
  });
  return ["Latency receipt", ...rows].join("\n");
}
