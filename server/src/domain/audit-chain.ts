import { readEntry } from "./audit-entry.ts";

/** An entry's row as it is stored. */
export interface ChainLink {
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  action: string;
  memberId: string | null;
  agentId: string | null;
  subjectId: string | null;
  /** The text that the MAC covers. */
  entry: string;
  masterKeyId: string;
  mac: Buffer;
}

/** Where a chain stood at some time. `mac`: lower-case hexadecimal. */
export interface ChainHead {
  seq: number;
  mac: string;
}

/** The first place where a chain is not what the server wrote. */
export interface ChainFault {
  seq: number;
  /** What is wrong there, for people. */
  fault: string;
}

/** Computes the MAC of an entry; null where its master key is not to be had. */
export type MacOf = (previous: Buffer, link: ChainLink) => Buffer | null;

/** Reads a time as the entry's text has it into epoch milliseconds. */
export type TimeOf = (text: string) => number;

/**
 * Looks for the first fault in `links`, which follow the entry `previous` (that was checked before, or is none).
 * Every link must come next, carry the MAC of its text and the MAC before it, and say in its columns what its text
 * says.
 */
export function firstFault(
  previous: { seq: number; mac: Buffer },
  links: readonly ChainLink[],
  { macOf, timeOf }: { macOf: MacOf; timeOf: TimeOf },
): ChainFault | null {
  let last = previous;
  for (const link of links) {
    const seq = last.seq + 1;
    if (link.seq !== seq) {
      const missing =
        link.seq === seq + 1 ? `entry ${seq} is missing` : `entries ${seq} to ${link.seq - 1} are missing`;
      return { seq, fault: missing };
    }
    const mac = macOf(last.mac, link);
    if (mac === null)
      return {
        seq,
        fault: `its master key "${link.masterKeyId}" is not in AGENTPASS_MASTER_KEY; add it behind the current one`,
      };
    if (!mac.equals(link.mac))
      return {
        seq,
        fault:
          "its MAC is not that of its text behind the entry before it: the text was changed, or the chain was built anew without the key",
      };
    const column = differingColumn(link, timeOf);
    if (column !== null) return { seq, fault: `its column "${column}" is not what its text says` };
    last = link;
  }
  return null;
}

function differingColumn(link: ChainLink, timeOf: TimeOf): string | null {
  const text = readEntry(link.entry);
  if (text === null) return "entry";
  if (text.seq !== link.seq) return "seq";
  if (timeOf(text.at) !== link.at) return "at";
  if (text.action !== link.action) return "action";
  if ((text.actor.memberId ?? null) !== link.memberId) return "member_id";
  if ((text.actor.agentId ?? null) !== link.agentId) return "agent_id";
  if ((text.subject?.id ?? null) !== link.subjectId) return "subject_id";
  return null;
}

/** Whether the chain that ends in `last` ends where the team's row says. Null where it does. */
export function faultAtHead(last: ChainHead, head: ChainHead): ChainFault | null {
  if (last.seq < head.seq)
    return {
      seq: last.seq + 1,
      fault: `the chain ends at entry ${last.seq}, but the team's head is entry ${head.seq}: its tail was cut`,
    };
  if (last.seq > head.seq)
    return { seq: head.seq + 1, fault: `the chain goes on behind the team's head, entry ${head.seq}` };
  if (last.mac !== head.mac) return { seq: head.seq, fault: "its MAC is not that of the team's head" };
  return null;
}

/**
 * Compares a head that was known before (from the log, or kept by a person) with the chain's entry of that seq;
 * `mac` null: there is none. `last`: the chain's last entry.
 */
export function faultOfKnownHead(known: ChainHead, mac: string | null, last: number): ChainFault | null {
  if (mac === known.mac) return null;
  if (mac === null)
    return {
      seq: last + 1,
      fault: `the chain ends at entry ${last}, but its head was entry ${known.seq} before: its tail was cut, and the team's head with it`,
    };
  return {
    seq: known.seq,
    fault: "its MAC is not the one that was the chain's head before: the chain was built anew",
  };
}
