import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A D-Bus session bus of a test's own: nothing on it but what the test puts there. */
export class PrivateBus implements Disposable {
  readonly address: string;
  readonly #daemon: ChildProcess;

  private constructor(address: string, daemon: ChildProcess) {
    this.address = address;
    this.#daemon = daemon;
  }

  /** `prefix`: a command that runs the daemon, e.g. as the user for whom it is: a bus takes its own user only. */
  static async start(prefix: readonly string[] = []): Promise<PrivateBus> {
    const [command = "", ...rest] = [...prefix, "dbus-daemon", "--session", "--nofork", "--print-address=1"];
    const daemon = spawn(command, rest, { stdio: ["ignore", "pipe", "ignore"] });
    const [address] = (await once(createInterface(daemon.stdout), "line")) as [string];
    return new PrivateBus(address, daemon);
  }

  [Symbol.dispose](): void {
    this.#daemon.kill();
  }
}
