/** Bytes in PostgreSQL's own spelling. */
export function hex(bytes: Buffer): string {
  return `\\x${bytes.toString("hex")}`;
}
