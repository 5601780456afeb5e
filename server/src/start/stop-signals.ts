import { isatty } from "node:tty";

export interface StopSignals {
  /** What a stop does; at first it ends the process, since nobody is served yet and nothing has to be drained. */
  listener: () => void;
}

const STANDARD_STREAMS = [0, 1, 2];

/**
 * Hears every stop from now on. A container's process 1 gets no signal that it does not listen to, and libuv forgets one
 * that comes while one listener takes the place of another: so this one stays. A terminal that is closed says SIGHUP;
 * nohup, which means a program to go on, leaves it no terminal.
 */
export function hearStopSignals(): StopSignals {
  const stops: StopSignals = { listener: () => process.exit(1) };
  const hear = (signal: NodeJS.Signals): void => void process.on(signal, () => stops.listener());
  hear("SIGTERM");
  hear("SIGINT");
  if (STANDARD_STREAMS.some((stream) => isatty(stream))) hear("SIGHUP");
  return stops;
}
