/** P7: the extractor's speed, beside what npm offers. What it finds is told by `pnpm bench:otp`. */
import { loadCorpora } from "../otp/corpus.ts";
import { ours, rivals } from "../otp/rivals.ts";
import { hostileMilliseconds, meanMicroseconds } from "../otp/timing.ts";
import { number, type Report } from "../report.ts";

export function benchP7(): Report {
  const [corpus] = loadCorpora([]);
  const rows = corpus?.rows ?? [];
  const found = [ours, ...rivals].map((extractor) => {
    const [worst] = hostileMilliseconds(extractor);
    return {
      name: extractor.name,
      meanUs: meanMicroseconds(extractor, rows),
      worstMs: worst?.[1] ?? Number.NaN,
      worstText: worst?.[0] ?? "",
    };
  });
  return {
    id: "P7",
    title: `P7: the extractor, ${number(rows.length)} messages (${corpus?.name ?? "none"})`,
    head: ["", "µs a message", "worst hostile text, ms a KB", "which"],
    rows: found.map(({ name, meanUs, worstMs, worstText }) => [
      name,
      number(meanUs),
      worstMs.toFixed(3),
      worstText,
    ]),
    goals: [{ what: "µs a message", measured: found[0]?.meanUs ?? null, bound: { atMost: 50 } }],
    figures: found,
  };
}
