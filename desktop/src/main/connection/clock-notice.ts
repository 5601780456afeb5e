const FAR_MS = 60_000;

/** What to say of a clock that is off by more than a minute; null: nothing. `offsetMs`: the server's less this computer's. */
export function clockNotice(offsetMs: number): string | null {
  if (Math.abs(offsetMs) <= FAR_MS) return null;
  const side = offsetMs > 0 ? "behind" : "ahead of";
  return `This computer's clock is ${span(Math.abs(offsetMs))} ${side} the server's. AgentPass reckons with the server's; have the system set the clock by itself, or other programs go wrong.`;
}

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
