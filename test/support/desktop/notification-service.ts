import dbus from "dbus-next";
import { vi } from "vitest";
import { BusPeer } from "./bus-peer.ts";
import type { PrivateBus } from "./private-bus.ts";

export interface ShownNotification {
  id: number;
  title: string;
  body: string;
}

/** What a desktop shows notifications with, as far as a person is concerned: what is on the screen, and a click on it. */
export class NotificationService implements Disposable {
  readonly #peer: BusPeer;
  readonly #service: Service;

  private constructor(peer: BusPeer, service: Service) {
    this.#peer = peer;
    this.#service = service;
  }

  static async start(bus: PrivateBus): Promise<NotificationService> {
    const peer = new BusPeer(bus);
    const service = new Service();
    await peer.serve("org.freedesktop.Notifications", "/org/freedesktop/Notifications", service);
    return new NotificationService(peer, service);
  }

  /** All that were ever shown, in order. */
  get shown(): readonly ShownNotification[] {
    return this.#service.shown;
  }

  /** Those on the screen. */
  get open(): readonly ShownNotification[] {
    return this.#service.shown.filter(({ id }) => this.#service.open.has(id));
  }

  /** The first one with this title, as soon as it was shown. */
  async titled(title: string | RegExp): Promise<ShownNotification> {
    const fits = (shown: ShownNotification): boolean =>
      typeof title === "string" ? shown.title === title : title.test(shown.title);
    return vi.waitUntil(() => this.shown.find(fits), { timeout: 20_000, interval: 20 });
  }

  /** The person clicks it, which takes it off the screen. */
  click({ id }: ShownNotification): void {
    this.#service.ActionInvoked(id, "default");
    this.#service.close(id, DISMISSED);
  }

  [Symbol.dispose](): void {
    this.#peer[Symbol.dispose]();
  }
}

/** Reasons of the specification why one was closed. */
const DISMISSED = 2;
const BY_ITS_PROGRAM = 3;

class Service extends dbus.interface.Interface {
  readonly shown: ShownNotification[] = [];
  readonly open = new Set<number>();

  constructor() {
    super("org.freedesktop.Notifications");
  }

  close(id: number, reason: number): void {
    if (this.open.delete(id)) this.NotificationClosed(id, reason);
  }

  GetCapabilities(): string[] {
    return ["body", "actions"];
  }

  GetServerInformation(): string[] {
    return ["AgentPass tests", "AgentPass", "1", "1.2"];
  }

  // The names and arguments are the specification's.
  // oxlint-disable-next-line max-params
  Notify(_app: string, replaces: number, _icon: string, title: string, body: string): number {
    const id = replaces > 0 ? replaces : this.shown.length + 1;
    this.shown.push({ id, title, body });
    this.open.add(id);
    return id;
  }

  CloseNotification(id: number): void {
    this.close(id, BY_ITS_PROGRAM);
  }

  NotificationClosed(id: number, reason: number): number[] {
    return [id, reason];
  }

  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action];
  }
}

Service.configureMembers({
  methods: {
    GetCapabilities: { outSignature: "as" },
    GetServerInformation: { outSignature: "ssss" },
    Notify: { inSignature: "susssasa{sv}i", outSignature: "u" },
    CloseNotification: { inSignature: "u" },
  },
  signals: { NotificationClosed: { signature: "uu" }, ActionInvoked: { signature: "us" } },
});
