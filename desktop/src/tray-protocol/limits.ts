/** Of the lines that both sides speak; another number means that neither can read the other. */
export const PROTOCOL = 1;

/** A line, its newline not counted. The largest call there is has a tenth of it. */
export const MAX_LINE_BYTES = 65_536;

/** A bridge sends no more calls than this before it has answers; further ones wait on its side. */
export const MAX_CALLS_UNDER_WAY = 100;

/** A bridge says at once who it is, and the tray answers at once. */
export const HELLO_MS = 5_000;
