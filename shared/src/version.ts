/** Which versions of server, app, bridge and commands work together. */

/** Of all that is built from this checkout; a test holds the packages to it. */
export const VERSION = "0.1.0";

/** The HTTP header by which a client says its version; over WebSocket it is `connectionParams.version`. */
export const VERSION_HEADER = "agentpass-version";

export type Compatibility = "compatible" | "own_too_old" | "other_too_old";

/**
 * Whether two versions work together: the same major one, and minor ones at most one apart. Otherwise the older one
 * is to be updated; text that is no version is older than any.
 */
export function compareVersions(own: string, other: string): Compatibility {
  const [ours, theirs] = [parseVersion(own), parseVersion(other)];
  const majors = ours.major - theirs.major;
  const minors = ours.minor - theirs.minor;
  if (majors === 0 && Math.abs(minors) <= 1) return "compatible";
  return (majors || minors) < 0 ? "own_too_old" : "other_too_old";
}

/** `1.2.3`, with whatever a pre-release or a build adds to it. */
function parseVersion(text: string): { major: number; minor: number } {
  const [, major = "-1", minor = "-1"] = /^(\d{1,9})\.(\d{1,9})\.\d{1,9}(?:[-+][\w.+-]*)?$/.exec(text) ?? [];
  return { major: Number(major), minor: Number(minor) };
}
