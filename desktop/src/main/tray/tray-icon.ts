import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from "electron";
import { join } from "node:path";
import type { AppState } from "../../shared/app-state.ts";
import { menuTemplate, type TrayAction, type TrayMenuItem } from "./menu-template.ts";
import { statusText, trayIconName, type TrayIconName } from "./tray-status.ts";

/** The drawn icons, in the app's own files. */
const icons = join(__dirname, "../../resources/icons");
const suffix = { darwin: "Template.png", win32: ".ico" }[process.platform as string] ?? ".png";

export interface TrayContent {
  state: AppState;
  copiedId: string | null;
}

/** The icon beside the clock, with its menu. */
export class TrayIcon {
  readonly #onAction: (action: TrayAction) => void;
  readonly #tray: Tray;
  #iconName: TrayIconName;
  #shown = "";

  constructor(content: TrayContent, onAction: (action: TrayAction) => void) {
    this.#onAction = onAction;
    this.#iconName = trayIconName(content.state);
    this.#tray = new Tray(image(this.#iconName));
    if (process.platform === "win32") this.#tray.on("click", () => onAction({ do: "open" }));
    this.show(content);
  }

  /** Shows this state. On Linux a menu is another one after each change; the same again would close it under the person. */
  show({ state, copiedId }: TrayContent): void {
    const items = menuTemplate({ state, copiedId, time });
    const toolTip = `AgentPass: ${statusText(state, time)}`;
    const shown = JSON.stringify([items, toolTip]);
    if (shown !== this.#shown) {
      this.#tray.setToolTip(toolTip);
      this.#tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.#menuItem(item))));
      this.#shown = shown;
    }
    const name = trayIconName(state);
    if (name === this.#iconName) return;
    this.#iconName = name;
    this.#tray.setImage(image(name));
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #menuItem(item: TrayMenuItem): MenuItemConstructorOptions {
    if (item === "separator") return { type: "separator" };
    const { action } = item;
    return {
      // A lone ampersand would underline the letter after it.
      label: item.label.replaceAll("&", "&&"),
      enabled: action !== undefined,
      ...(action === undefined ? {} : { click: () => this.#onAction(action) }),
    };
  }
}

function image(name: TrayIconName): Electron.NativeImage {
  return nativeImage.createFromPath(join(icons, `tray-${name}${suffix}`));
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
