import { createHash, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from "node:crypto";
import { openSealed, seal, type Sealed } from "./seal.ts";

/** The master keys by which data keys are wrapped. The first wraps; all unwrap, so that a key can be rotated. */
export interface KeyRing {
  /** Ids with a digest of each key: equal on every node that shares a database. */
  readonly fingerprints: ReadonlyMap<string, string>;
  wrap(dataKey: Buffer, context: string): WrappedKey;
  /** Throws where the master key is not in the ring, or the wrapped key belongs to another context. */
  unwrap(wrapped: WrappedKey, context: string): Buffer;
  /** HMAC-SHA256 of these parts under a key made for `purpose` from a master key: the current one, or that of `masterKeyId`. */
  mac(purpose: string, parts: readonly (string | Buffer)[], masterKeyId?: string): Mac;
}

export interface Mac {
  masterKeyId: string;
  mac: Buffer;
}

export interface WrappedKey {
  masterKeyId: string;
  wrapped: Sealed;
}

const KEY_BYTES = 32;

/**
 * Reads `id:base64`, comma-separated (AGENTPASS_MASTER_KEY). Throws an Error that names the entry at fault,
 * never its key.
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, KeyObject>();
  for (const [index, entry] of text.split(",").entries()) {
    const [, id, encoded] = /^\s*([A-Za-z0-9._-]{1,32}):([A-Za-z0-9+/_=-]+)\s*$/.exec(entry) ?? [];
    const key = Buffer.from(encoded ?? "", "base64");
    if (id === undefined || key.length !== KEY_BYTES) {
      throw new Error(
        `AGENTPASS_MASTER_KEY: entry ${index + 1} is not id:base64 of ${KEY_BYTES} bytes; make one with: echo "k1:$(openssl rand -base64 32)"`,
      );
    }
    if (keys.has(id))
      throw new Error(`AGENTPASS_MASTER_KEY: the id "${id}" stands there twice; give each key its own id`);
    keys.set(id, createSecretKey(key));
  }
  return keyRingOf(keys);
}

/** A new ring of one random key, as text for {@link parseKeyRing}. */
export function generateMasterKey(): string {
  return `k1:${randomBytes(KEY_BYTES).toString("base64")}`;
}

function keyRingOf(keys: ReadonlyMap<string, KeyObject>): KeyRing {
  const [first] = keys;
  if (first === undefined) throw new Error("AGENTPASS_MASTER_KEY holds no key");
  const [currentId, currentKey] = first;
  const keyOf = (id: string): KeyObject => {
    const key = keys.get(id);
    if (key) return key;
    throw new Error(`the master key "${id}" is not in AGENTPASS_MASTER_KEY; add it behind the current one`);
  };
  const macKeys = new Map<string, KeyObject>();
  const macKey = (purpose: string, id: string): KeyObject => {
    const name = `${id}|${purpose}`;
    const known =
      macKeys.get(name) ?? createSecretKey(Buffer.from(hkdfSync("sha256", keyOf(id), "", name, KEY_BYTES)));
    macKeys.set(name, known);
    return known;
  };
  return {
    fingerprints: new Map(
      [...keys].map(([id, key]) => [
        id,
        createHash("sha256").update("agentpass master key\n").update(key.export()).digest("hex").slice(0, 16),
      ]),
    ),
    wrap: (dataKey, context) => ({
      masterKeyId: currentId,
      wrapped: seal(currentKey, dataKey, `${currentId}|${context}`),
    }),
    unwrap({ masterKeyId, wrapped }, context) {
      return openSealed(keyOf(masterKeyId), wrapped, `${masterKeyId}|${context}`);
    },
    mac(purpose, parts, masterKeyId = currentId) {
      const hmac = createHmac("sha256", macKey(purpose, masterKeyId));
      for (const part of parts) {
        const bytes = Buffer.from(part);
        hmac.update(`${bytes.length}:`).update(bytes);
      }
      return { masterKeyId, mac: hmac.digest() };
    },
  };
}
