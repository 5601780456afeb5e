import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";
import type { PrivateBus } from "./private-bus.ts";

const run = promisify(execFile);
const DAEMON = "/usr/bin/gnome-keyring-daemon";

export const noKeyring = !existsSync(DAEMON);

/** A real GNOME keyring, unlocked, with nothing in it, on a bus of the test's own. */
export class Keyring implements Disposable {
  readonly #daemon: ChildProcess;
  readonly #folder: string;

  private constructor(daemon: ChildProcess, folder: string) {
    this.#daemon = daemon;
    this.#folder = folder;
  }

  static async start(bus: PrivateBus): Promise<Keyring> {
    const folder = mkdtempSync(join(tmpdir(), "agentpass-keyring-"));
    const runtime = join(folder, "run");
    mkdirSync(runtime, { mode: 0o700 });
    // Without a default collection it would ask a person for a new one.
    const keyrings = join(folder, ".local/share/keyrings");
    mkdirSync(keyrings, { recursive: true, mode: 0o700 });
    writeFileSync(join(keyrings, "default"), "login");
    const env = {
      PATH: "/usr/bin:/bin",
      HOME: folder,
      XDG_RUNTIME_DIR: runtime,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
    };
    const daemon = spawn(DAEMON, ["--foreground", "--unlock", "--components=secrets"], {
      env,
      stdio: ["pipe", "ignore", "ignore"],
    });
    daemon.stdin.end("the password");
    const keyring = new Keyring(daemon, folder);
    await vi
      .waitFor(() => isUnlocked(env), { timeout: 20_000, interval: 50 })
      .catch((error: unknown) => {
        keyring[Symbol.dispose]();
        throw error;
      });
    return keyring;
  }

  [Symbol.dispose](): void {
    this.#daemon.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function isUnlocked(env: Record<string, string>): Promise<void> {
  const { stdout } = await run(
    "dbus-send",
    [
      "--session",
      "--print-reply",
      "--dest=org.freedesktop.secrets",
      "/org/freedesktop/secrets/collection/login",
      "org.freedesktop.DBus.Properties.Get",
      "string:org.freedesktop.Secret.Collection",
      "string:Locked",
    ],
    { env },
  );
  if (!stdout.includes("boolean false")) throw new Error("the keyring is locked");
}
