/** Where one alert stands, as kept for all nodes. Times in epoch milliseconds. */
export interface AlertPhase {
  firing: boolean;
  /** Since when it is as it is. */
  since: number;
  /** Firing, but nothing is wrong since then. */
  calmSince: number | null;
  /** What people were told last, and when; null: nothing yet. */
  told: { firing: boolean; at: number } | null;
}

/** So long nothing may be wrong before an alert is over: one that comes and goes is told of once. */
const CALM_MS = 10 * 60_000;
const REMIND_MS = 6 * 3_600_000;

export type AlertNews = "fired" | "still_firing" | "recovered";

/** The next phase of an alert, given whether something is wrong now; a first one where there was none. */
export function nextPhase(phase: AlertPhase | null, wrong: boolean, now: number): AlertPhase {
  if (phase === null) return { firing: wrong, since: now, calmSince: null, told: null };
  if (!phase.firing) return wrong ? { ...phase, firing: true, since: now, calmSince: null } : phase;
  if (wrong) return { ...phase, calmSince: null };
  const calmSince = phase.calmSince ?? now;
  if (now - calmSince < CALM_MS) return { ...phase, calmSince };
  return { ...phase, firing: false, since: now, calmSince: null };
}

/** What people have to be told of it; null: nothing new. */
export function newsOf({ firing, told }: AlertPhase, now: number): AlertNews | null {
  if (firing !== (told?.firing ?? false)) return firing ? "fired" : "recovered";
  return firing && told !== null && now - told.at >= REMIND_MS ? "still_firing" : null;
}
