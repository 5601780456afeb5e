import { BrowserWindow, type WebContents } from "electron";
import { EVENT_CHANNEL } from "../../shared/ipc-channels.ts";
import type { WindowEvents } from "../../shared/ipc-contract.ts";
import { APP_ORIGIN } from "./app-protocol.ts";
import { hardenedPreferences } from "./harden.ts";

export type WindowKind = "main" | "question";

const pages = { main: "main-window.html", question: "question.html" } as const;

const shapes = {
  main: { width: 920, height: 640, minWidth: 560, minHeight: 420, title: "AgentPass" },
  question: {
    width: 460,
    height: 520,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    title: "AgentPass asks",
  },
} as const;

/** The windows there are: at most one of each kind, made when it is first shown. */
export class AppWindows {
  readonly #preload: string;
  readonly #open = new Map<WindowKind, BrowserWindow>();
  /** Closing the main window hides it while the tray is there to open it again. */
  hidesOnClose = true;

  constructor(preload: string) {
    this.#preload = preload;
  }

  /** Shows a window; the one that asks without taking the focus from what the person types into. */
  show(kind: WindowKind): void {
    const window = this.#open.get(kind) ?? this.#make(kind);
    if (kind === "question") return window.showInactive();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  close(kind: WindowKind): void {
    this.#open.get(kind)?.destroy();
  }

  isVisible(kind: WindowKind): boolean {
    return this.#open.get(kind)?.isVisible() ?? false;
  }

  send<E extends keyof WindowEvents>(kind: WindowKind, event: E, value: WindowEvents[E]): void {
    this.#open.get(kind)?.webContents.send(EVENT_CHANNEL, event, value);
  }

  /** Shows the main window, there; one that is only being opened goes there as soon as it can. */
  showAt(place: WindowEvents["navigate"]): void {
    this.show("main");
    const contents = this.#open.get("main")?.webContents;
    if (contents?.isLoadingMainFrame())
      contents.once("did-finish-load", () => this.send("main", "navigate", place));
    else this.send("main", "navigate", place);
  }

  /** Whose window this is; null for what is none of ours. */
  kindOf(contents: WebContents): WindowKind | null {
    for (const [kind, window] of this.#open) if (window.webContents === contents) return kind;
    return null;
  }

  #make(kind: WindowKind): BrowserWindow {
    const window = new BrowserWindow({
      ...shapes[kind],
      show: false,
      autoHideMenuBar: true,
      webPreferences: { ...hardenedPreferences, preload: this.#preload },
    });
    this.#open.set(kind, window);
    window.on("close", (event) => {
      if (kind !== "main" || !this.hidesOnClose) return;
      event.preventDefault();
      window.hide();
    });
    window.on("closed", () => this.#open.delete(kind));
    void window.loadURL(`${APP_ORIGIN}/${pages[kind]}`);
    return window;
  }
}
