export interface StopSignals {
  /** What SIGTERM and SIGINT do; at first they end the process, since nobody is served yet and nothing has to be drained. */
  listener: () => void;
}

/**
 * Hears every stop from now on. A container's process 1 gets no signal that it does not listen to, and libuv forgets one
 * that comes while one listener takes the place of another: so this one stays.
 */
export function hearStopSignals(): StopSignals {
  const stops: StopSignals = { listener: () => process.exit(1) };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stops.listener());
  return stops;
}
