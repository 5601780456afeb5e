import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const configuration = fileURLToPath(new URL("private-bus.conf", import.meta.url));

/** A D-Bus session bus of a test's own: nothing on it but what the test puts there. */
export class PrivateBus implements Disposable {
  readonly address: string;
  readonly #daemon: ChildProcess;

  private constructor(address: string, daemon: ChildProcess) {
    this.address = address;
    this.#daemon = daemon;
  }

  static async start(): Promise<PrivateBus> {
    const daemon = spawn("dbus-daemon", [`--config-file=${configuration}`, "--nofork", "--print-address=1"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [address] = (await once(createInterface(daemon.stdout), "line")) as [string];
    return new PrivateBus(address, daemon);
  }

  [Symbol.dispose](): void {
    this.#daemon.kill();
  }
}
