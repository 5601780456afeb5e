import { vi } from "vitest";
import { randomCode, RunningServer } from "../running-server.ts";
import { Keyring } from "./keyring.ts";
import { NotificationService } from "./notification-service.ts";
import { PrivateBus } from "./private-bus.ts";
import { RunningTray, type TrayOptions } from "./running-tray.ts";
import { theDesktop } from "./the-desktop.ts";
import { TrayPanel } from "./tray-panel.ts";

export const MOCK_NUMBER = "+15551234567";

export interface MockDesktopOptions extends Pick<TrayOptions, "arguments"> {
  /** With a keyring of its own, empty and unlocked. */
  keyring?: boolean;
}

/** A person's desktop: a server in mock mode, a panel, notifications, and the app, which has paired itself. */
export class MockDesktop implements AsyncDisposable {
  readonly server: RunningServer;
  readonly bus: PrivateBus;
  readonly panel: TrayPanel;
  readonly notifications: NotificationService;
  tray: RunningTray;
  #cleanUp = new AsyncDisposableStack();

  private constructor(parts: Pick<MockDesktop, "server" | "bus" | "panel" | "notifications" | "tray">) {
    this.server = parts.server;
    this.bus = parts.bus;
    this.panel = parts.panel;
    this.notifications = parts.notifications;
    this.tray = parts.tray;
  }

  static async start(options: MockDesktopOptions = {}): Promise<MockDesktop> {
    await using cleanUp = new AsyncDisposableStack();
    const server = cleanUp.use(await RunningServer.start());
    const bus = cleanUp.use(await PrivateBus.start());
    if (options.keyring === true) cleanUp.use(await Keyring.start(bus));
    const panel = cleanUp.use(await TrayPanel.start(bus));
    const notifications = cleanUp.use(await NotificationService.start(bus));
    const tray = await startTray(server, { bus, arguments: options.arguments ?? [] });
    const desktop = new MockDesktop({ server, bus, panel, notifications, tray });
    cleanUp.defer(() => desktop.tray[Symbol.asyncDispose]());
    await desktop.connected();
    desktop.#cleanUp = cleanUp.move();
    return desktop;
  }

  /** The icon is there, and says that the app is connected. */
  async connected(): Promise<void> {
    await vi.waitUntil(() => this.panel.hasIcon, { timeout: 20_000 });
    await this.panel.line(/^Connected/);
  }

  /** Sends an SMS of GitHub's with a new code; gives the code and the message's id. */
  async github(): Promise<{ id: string; code: string }> {
    const code = randomCode();
    const { id, send } = this.server.prepareSms(MOCK_NUMBER, `Your GitHub code is ${code}`);
    await send();
    return { id, code };
  }

  async clipboard(): Promise<string> {
    return this.tray.app.evaluate(({ clipboard }) => clipboard.readText());
  }

  /** The app ends in good order; what happens next meets nobody. */
  async quitTray(): Promise<void> {
    await this.tray[Symbol.asyncDispose]();
    this.panel.forget();
  }

  async startTray(): Promise<void> {
    this.tray = await startTray(this.server, { bus: this.bus });
    await this.connected();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cleanUp.disposeAsync();
  }
}

function startTray(
  { dataFolder }: RunningServer,
  options: Pick<TrayOptions, "bus" | "arguments">,
): Promise<RunningTray> {
  return RunningTray.start({ desktop: theDesktop(), dataFolder, ...options });
}
