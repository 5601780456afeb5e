import { safeStorage } from "electron";
import type { Encryption } from "./secrets-file.ts";

/** The system's keyring; null where there is none, or only Chromium's own obfuscation. Asked after the app is ready. */
export function systemEncryption(): Encryption | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text") return null;
  return {
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (sealed) => safeStorage.decryptString(sealed),
  };
}
