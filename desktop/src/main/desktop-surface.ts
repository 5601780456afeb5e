import { ProblemError } from "@agentpass/shared/problem";
import type { AppState } from "../shared/app-state.ts";
import type { CodeClipboard } from "./inbox/code-clipboard.ts";
import type { Inbox } from "./inbox/inbox.ts";
import { messageName } from "./message-name.ts";
import { CodeNotifications } from "./notifications/code-notifications.ts";
import { showNative } from "./notifications/native-notification.ts";
import type { Observable } from "./observable.ts";
import { Presence } from "./presence.ts";
import { hasNotificationService, hasTrayHost } from "./session-bus.ts";
import type { Settings } from "../shared/settings.ts";
import type { TrayAction } from "./tray/menu-template.ts";
import { TrayIcon } from "./tray/tray-icon.ts";

/** A panel takes some seconds to come after login: four asks are seven. */
const PATIENCE_AT_LOGIN = 4;

export interface DesktopSurfaceOptions {
  state: Observable<AppState>;
  settings: Observable<Settings>;
  inbox: Inbox;
  clipboard: CodeClipboard;
  startsHidden: boolean;
  /** Shows the main window, at this message where one is named. */
  showWindow: (messageId?: string) => void;
  showQuestion: () => void;
  setPaused: (paused: boolean) => void;
  setNotice: (id: string, text: string | null) => void;
  quit: () => void;
}

/** What a person has of the app outside its windows: the tray icon with its menu, and notifications. */
export class DesktopSurface {
  /** Whether there is a tray icon; null until that is known. */
  readonly hasTray: Observable<boolean | null>;
  readonly #options: DesktopSurfaceOptions;
  readonly #notifications: CodeNotifications;
  #tray: TrayIcon | null = null;

  constructor(options: DesktopSurfaceOptions) {
    const { state, settings, inbox, clipboard, startsHidden } = options;
    this.#options = options;
    this.#notifications = new CodeNotifications({
      inbox,
      settings,
      show: showNative,
      onClick: (id) => {
        options.showWindow(id);
        void this.#copy(id);
      },
    });
    const patience = startsHidden ? PATIENCE_AT_LOGIN : 0;
    this.hasTray = new Presence({ isThere: hasTrayHost, patience }).present;
    this.hasTray.onChange((there) => {
      if (there === true) this.#tray = new TrayIcon(this.#content(), (action) => this.#do(action));
    });
    const show = (): void => this.#tray?.show(this.#content());
    state.onChange(show);
    clipboard.copiedId.onChange(show);
    const notifications = new Presence({ isThere: hasNotificationService, patience });
    notifications.present.onChange((there) =>
      options.setNotice("notifications", there ? null : NO_NOTIFICATIONS),
    );
  }

  /** Takes everything off the screen: the app ends. */
  close(): void {
    this.#notifications.closeAll();
    this.#tray?.destroy();
    this.#tray = null;
  }

  #content(): { state: AppState; copiedId: string | null } {
    return { state: this.#options.state.value, copiedId: this.#options.clipboard.copiedId.value };
  }

  #do(action: TrayAction): void {
    switch (action.do) {
      case "copy":
        return void this.#copy(action.id);
      case "answer":
        return this.#options.showQuestion();
      case "open":
        return this.#options.showWindow();
      case "pause":
        return this.#options.setPaused(action.paused);
      case "quit":
        return this.#options.quit();
    }
  }

  async #copy(id: string): Promise<void> {
    const { inbox, showWindow, setNotice } = this.#options;
    try {
      const { clearsAfterSeconds } = await inbox.copy(id);
      setNotice("copy", null);
      const message = inbox.view.value.messages.find((one) => one.id === id);
      this.#notifications.say({
        title: message ? `${messageName(message)} code copied` : "Code copied",
        body: `The clipboard is cleared in ${clearsAfterSeconds} seconds.`,
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setNotice("copy", `The code was not copied. ${error.problem.message}`);
      showWindow(id);
    }
  }
}

const NO_NOTIFICATIONS =
  "This desktop shows no notifications: no notification service is running. New codes still come to this window.";
