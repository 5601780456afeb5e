import { app } from "electron";
import { join } from "node:path";
import type { AppState } from "../shared/app-state.ts";
import { settingsSchema } from "../shared/settings.ts";
import type { TrayEnvironment } from "./environment.ts";
import { serveCalls } from "./ipc/serve-calls.ts";
import { Observable } from "./observable.ts";
import { hasTrayHost } from "./session-bus.ts";
import type { TrayAction } from "./tray/menu-template.ts";
import { Presence } from "./presence.ts";
import { TrayIcon } from "./tray/tray-icon.ts";
import type { DeepLinks } from "./system/deep-links.ts";
import { bridgeCommand, launchCommand } from "./system/launch-command.ts";
import { registerLinks } from "./system/register-links.ts";
import { wasStartedAtLogin } from "./system/start-at-login.ts";
import { serveApp } from "./windows/app-protocol.ts";
import { AppWindows } from "./windows/app-windows.ts";
import { hardenAllWindows } from "./windows/harden.ts";

/** Makes the services and ties them together: the one place that does. */
export function startTrayApp(environment: TrayEnvironment, links: DeepLinks): void {
  hardenAllWindows();
  serveApp(join(__dirname, "../renderer"));
  const running = {
    execPath: process.execPath,
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    appImage: environment.appImage,
  };
  const windows = new AppWindows(join(__dirname, "../preload/preload.cjs"));
  const state = new Observable<AppState>({
    app: {
      version: app.getVersion(),
      platform: process.platform,
      hasTray: false,
      bridge: bridgeCommand(running),
    },
    account: null,
    connection: { state: "signed_out" },
    clockOffsetMs: 0,
    pairing: { step: "none" },
    inbox: { status: "ready", problem: null, messages: [], hasOlder: false },
    openQuestions: 0,
    teamVersion: 0,
    decisions: [],
    localAgents: [],
    deniedPrograms: [],
    settings: settingsSchema.parse({}),
    notices: [],
  });
  state.onChange((value) => windows.send("main", "state", value));
  serveCalls({
    windows,
    handlers: { "state.get": () => state.value, "question.get": () => ({ question: null, word: null }) },
    onRefused: (line) => process.stderr.write(`agentpass: ${line}\n`),
  });
  registerLinks({ command: launchCommand(running), sharedFolder: environment.sharedFolder });
  links.onLink(() => windows.show("main"));
  app.on("second-instance", () => windows.show("main"));
  app.on("activate", () => windows.show("main"));
  app.on("before-quit", () => {
    windows.hidesOnClose = false;
  });
  // The tray is what keeps the app running.
  app.on("window-all-closed", () => {});
  if (!environment.startsHidden && !wasStartedAtLogin()) windows.show("main");

  const onTrayAction = (action: TrayAction): void => {
    if (action.do === "open") windows.show("main");
    if (action.do === "quit") app.quit();
  };
  // At login the panel may come after the app.
  const trayHost = new Presence({ isThere: hasTrayHost, patience: environment.startsHidden ? 4 : 0 });
  let tray: TrayIcon | null = null;
  trayHost.present.onChange((hasTray) => {
    state.set({ ...state.value, app: { ...state.value.app, hasTray: hasTray === true } });
    windows.hidesOnClose = hasTray === true;
    if (hasTray === true) tray = new TrayIcon({ state: state.value, copiedId: null }, onTrayAction);
    else windows.show("main");
  });
  state.onChange((value) => tray?.show({ state: value, copiedId: null }));
}
