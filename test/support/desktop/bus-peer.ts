import dbus from "dbus-next";
import type { PrivateBus } from "./private-bus.ts";

/** One program's connection to a private bus. */
export class BusPeer implements Disposable {
  readonly bus: dbus.MessageBus;

  constructor({ address }: PrivateBus) {
    this.bus = dbus.sessionBus({ busAddress: address });
    // The daemon ends before its peers do.
    this.bus.on("error", () => {});
  }

  /** Serves an object under a well-known name. */
  async serve(name: string, path: string, served: dbus.interface.Interface): Promise<void> {
    this.bus.export(path, served);
    await this.bus.requestName(name, 0);
  }

  /** Calls a method of another program; gives what it answers. */
  async call(
    [destination, path, method]: readonly [string, string, string],
    signature: string,
    body: unknown[],
  ): Promise<unknown[]> {
    const dot = method.lastIndexOf(".");
    const reply = await this.bus.call(
      new dbus.Message({
        destination,
        path,
        interface: method.slice(0, dot),
        member: method.slice(dot + 1),
        signature,
        body,
      }),
    );
    return reply?.body ?? [];
  }

  [Symbol.dispose](): void {
    this.bus.disconnect();
  }
}

/** The values within D-Bus variants, however deep. */
export function plain(value: unknown): unknown {
  if (value instanceof dbus.Variant) return plain(value.value);
  if (Buffer.isBuffer(value)) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
