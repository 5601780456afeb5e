import { createSecretKey } from "node:crypto";
import type { KeyRing, WrappedKey } from "./key-ring.ts";
import { randomFromPool } from "./random.ts";
import { openSealed, seal, type Sealed } from "./seal.ts";

/** The row a value belongs to: part of what is authenticated, so that a value moved to another row does not open. */
export interface EnvelopeOwner {
  teamId: string;
  messageId: string;
  /** Null: nobody's. */
  leaseId: string | null;
}

export type EnvelopeColumn = "body" | "extraction";

export interface MessageCipher {
  seal(column: EnvelopeColumn, plain: string): Sealed;
  /** Throws where the value is not this row's and column's. */
  open(column: EnvelopeColumn, sealed: Sealed): string;
}

const contextOf = ({ teamId, messageId, leaseId }: EnvelopeOwner): string =>
  `${teamId}|${messageId}|${leaseId ?? "nobody"}`;

function cipherOf(dataKey: Buffer, context: string): MessageCipher {
  const key = createSecretKey(dataKey);
  return {
    seal: (column, plain) => seal(key, Buffer.from(plain), `${context}|${column}`),
    open: (column, sealed) => openSealed(key, sealed, `${context}|${column}`).toString(),
  };
}

/** A new data key for one message's row, with the wrapped form that is stored apart from it. */
export function newEnvelope(ring: KeyRing, owner: EnvelopeOwner): { cipher: MessageCipher; key: WrappedKey } {
  const dataKey = randomFromPool(32);
  const context = contextOf(owner);
  return { cipher: cipherOf(dataKey, context), key: ring.wrap(dataKey, context) };
}

/** Opens a row's envelope. Throws where the wrapped key is not this row's or its master key is missing. */
export function openEnvelope(ring: KeyRing, owner: EnvelopeOwner, key: WrappedKey): MessageCipher {
  const context = contextOf(owner);
  return cipherOf(ring.unwrap(key, context), context);
}
