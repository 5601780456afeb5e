/** An environment in which Debian's servers are found: their folder is not on every user's path. */
export const systemPath = { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` };
