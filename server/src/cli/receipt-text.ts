/** A hop's name, and when it was taken: epoch milliseconds with fractions, null where it was not. */
export type Hop = readonly [name: string, at: number | null];

/** The latency receipt for people: each hop, and the time since the first. */
export function receiptText(hops: readonly Hop[]): string {
  const start = hops[0]?.[1] ?? 0;
  const rows = hops.map(([name, at]) => {
    const time = at === null ? "-" : `${(at - start).toFixed(1)} ms`;
    return `  ${name.padEnd(24)}${time.padStart(10)}`;
  });
  return ["Latency receipt", ...rows].join("\n");
}
