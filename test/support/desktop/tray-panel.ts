import dbus from "dbus-next";
import { createHash } from "node:crypto";
import { vi } from "vitest";
import { z } from "zod";
import { BusPeer, plain } from "./bus-peer.ts";
import type { PrivateBus } from "./private-bus.ts";

const WATCHER = "org.kde.StatusNotifierWatcher";
const MENU = "com.canonical.dbusmenu";

const itemProperties = z.object({
  Menu: z.string(),
  ToolTip: z.tuple([z.string(), z.unknown(), z.string(), z.string()]),
  IconName: z.string().default(""),
  IconPixmap: z.unknown().optional(),
});
const menuEntry = z.tuple([z.number(), z.record(z.string(), z.unknown()), z.array(z.unknown())]);

export interface MenuEntry {
  id: number;
  label: string;
  enabled: boolean;
}

/** The panel of a desktop: what a person sees of a tray icon and its menu, and a click in it. */
export class TrayPanel implements Disposable {
  readonly #peer: BusPeer;
  readonly #watcher: Watcher;

  private constructor(peer: BusPeer, watcher: Watcher) {
    this.#peer = peer;
    this.#watcher = watcher;
  }

  static async start(bus: PrivateBus): Promise<TrayPanel> {
    const peer = new BusPeer(bus);
    const watcher = new Watcher();
    await peer.serve(WATCHER, "/StatusNotifierWatcher", watcher);
    return new TrayPanel(peer, watcher);
  }

  /** Whether an icon is there. */
  get hasIcon(): boolean {
    return this.#watcher.items.length > 0;
  }

  /** The app has gone, and its icon with it. */
  forget(): void {
    this.#watcher.items.length = 0;
  }

  async toolTip(): Promise<string> {
    const { ToolTip } = await this.#item();
    return ToolTip[2] || ToolTip[3];
  }

  /** What tells one picture from another. */
  async picture(): Promise<string> {
    const { IconName, IconPixmap } = await this.#item();
    return createHash("sha256")
      .update(IconName)
      .update(JSON.stringify(IconPixmap) ?? "")
      .digest("hex");
  }

  /** The lines of the menu from top to bottom, separators as "-". */
  async menu(): Promise<string[]> {
    return (await this.#entries()).map(({ label }) => label);
  }

  /** The first line that fits, as soon as it is there. */
  async line(label: RegExp): Promise<MenuEntry> {
    return vi.waitFor(
      async () => {
        const entries = await this.#entries();
        const found = entries.find((entry) => label.test(entry.label));
        if (!found)
          throw new Error(`no line fits ${label}: ${entries.map((entry) => entry.label).join(" | ")}`);
        return found;
      },
      { timeout: 20_000, interval: 50 },
    );
  }

  /** Clicks the line that fits: of a menu that was replaced meanwhile, the new one's, as a person would see it. */
  async click(label: RegExp): Promise<void> {
    await vi.waitFor(
      async () => {
        const { id } = await this.line(label);
        await this.#menuCall("Event", "isvu", [id, "clicked", new dbus.Variant("s", ""), 0]);
      },
      { timeout: 20_000, interval: 20 },
    );
  }

  async #entries(): Promise<MenuEntry[]> {
    const [, root] = await this.#menuCall("GetLayout", "iias", [0, -1, []]);
    const [, , children] = menuEntry.parse(plain(root));
    return children.map((child) => {
      const [id, properties] = menuEntry.parse(child);
      const isSeparator = properties["type"] === "separator";
      return {
        id,
        label: isSeparator ? "-" : z.string().parse(properties["label"]),
        enabled: properties["enabled"] !== false,
      };
    });
  }

  async #menuCall(method: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const { Menu } = await this.#item();
    return this.#peer.call([this.#name, Menu, `${MENU}.${method}`], signature, body);
  }

  async #item(): Promise<z.infer<typeof itemProperties>> {
    const [all] = await this.#peer.call(
      [this.#name, "/StatusNotifierItem", "org.freedesktop.DBus.Properties.GetAll"],
      "s",
      ["org.kde.StatusNotifierItem"],
    );
    return itemProperties.parse(plain(all));
  }

  get #name(): string {
    const name = this.#watcher.items.at(-1);
    if (name === undefined) throw new Error("there is no tray icon");
    return name;
  }

  [Symbol.dispose](): void {
    this.#peer[Symbol.dispose]();
  }
}

class Watcher extends dbus.interface.Interface {
  readonly items: string[] = [];
  readonly ProtocolVersion = 0;
  readonly IsStatusNotifierHostRegistered = true;

  constructor() {
    super(WATCHER);
  }

  get RegisteredStatusNotifierItems(): string[] {
    return this.items;
  }

  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service);
  }
}

Watcher.configureMembers({
  properties: {
    ProtocolVersion: { signature: "i", access: "read" },
    IsStatusNotifierHostRegistered: { signature: "b", access: "read" },
    RegisteredStatusNotifierItems: { signature: "as", access: "read" },
  },
  methods: { RegisterStatusNotifierItem: { inSignature: "s" } },
});
