/** Heads of audit chains as this server saw them, in a file of their own: what a thief of the database cannot take back. */
import { createReadStream } from "node:fs";
import { appendFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "zod";

const knownHead = z.object({ at: z.string(), teamId: z.string(), seq: z.int(), mac: z.string() });
export type KnownHead = z.infer<typeof knownHead>;

export interface AuditHeads {
  /** Appends one line. */
  keep(head: KnownHead): Promise<void>;
  /** All that were kept of a team, oldest first; none where there is no file. A torn line is passed over. */
  of(teamId: string): Promise<KnownHead[]>;
}

/** `file`: absolute path; made, for its owner only, by the first line. */
export function auditHeadsFile(file: string): AuditHeads {
  return {
    keep: (head) => appendFile(file, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true }),
    async of(teamId) {
      const heads: KnownHead[] = [];
      try {
        for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
          const head = readLine(line);
          if (head?.teamId === teamId) heads.push(head);
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
      return heads;
    },
  };
}

function readLine(line: string): KnownHead | null {
  try {
    return knownHead.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
