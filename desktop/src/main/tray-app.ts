import { app, shell } from "electron";
import { join } from "node:path";
import { ClientConnections } from "../clients/client-connections.ts";
import type { AppView } from "../shared/app-state.ts";
import type { BridgeCommand } from "../shared/client-connections.ts";
import { composeAppState } from "./app-state.ts";
import { systemClipboard } from "./clipboard.ts";
import { clientBundle } from "./clients/client-bundle.ts";
import { ClientInstallers } from "./clients/client-installers.ts";
import { DesktopSurface } from "./desktop-surface.ts";
import type { TrayEnvironment } from "./environment.ts";
import { makeHandlers } from "./ipc/make-handlers.ts";
import { serveCalls } from "./ipc/serve-calls.ts";
import { Observable } from "./observable.ts";
import { pageAddress } from "./page-address.ts";
import { systemEncryption } from "./secrets/system-encryption.ts";
import { startServices } from "./start-services.ts";
import type { DeepLinks } from "./system/deep-links.ts";
import { endInOrder } from "./system/end-in-order.ts";
import { installBridge } from "./system/install-bridge.ts";
import { bridgeCommand, launchCommand } from "./system/launch-command.ts";
import { registerLinks } from "./system/register-links.ts";
import { keepStartAtLogin, wasStartedAtLogin } from "./system/start-at-login.ts";
import { onBackAgain } from "./system/system-events.ts";
import { serveApp } from "./windows/app-protocol.ts";
import { AppWindows } from "./windows/app-windows.ts";
import { hardenAllWindows } from "./windows/harden.ts";
import { reopenQuestion, showQuestions } from "./windows/show-questions.ts";

/** Makes the services and ties them to what Electron shows of them: the one place that does. */
export async function startTrayApp(environment: TrayEnvironment, links: DeepLinks): Promise<void> {
  hardenAllWindows();
  serveApp(join(__dirname, "../renderer"));
  const running = {
    execPath: process.execPath,
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    appImage: environment.appImage,
    dataFolder: environment.dataFolder,
    node: environment.node,
  };
  const windows = new AppWindows(join(__dirname, "../preload/preload.cjs"));
  const log = (line: string): void => void process.stderr.write(`agentpass: ${line}\n`);
  const services = await startServices({
    environment,
    encryption: systemEncryption(),
    clipboard: systemClipboard,
    log,
  });
  const { connection, inbox, notices, pairing, questions, settings } = services;

  if (app.isPackaged) {
    const shipped = join(process.resourcesPath, "bridge");
    void installBridge(shipped, environment.dataFolder).then((failed) => notices.set("bridge", failed));
  }

  const bridge: BridgeCommand = { ...bridgeCommand(running), env: environment.bridgeVariables };
  const clients = new ClientConnections({
    ...environment.computer,
    bridge: () => bridge,
    dataFolder: environment.dataFolder,
  });
  const installers = new ClientInstallers({
    platform: process.platform,
    bridge,
    bundle: clientBundle(running),
    openLink: (url) => shell.openExternal(url),
    openFile: (path) => shell.openPath(path),
  });
  const view = new Observable<AppView>({
    version: app.getVersion(),
    platform: process.platform,
    home: environment.computer.home,
    hasTray: false,
    bridge,
    installers: installers.ids,
  });
  const state = composeAppState({
    ...services,
    app: view,
    account: services.account.current,
    settings: settings.current,
    notices: notices.all,
  });
  state.onChange((value) => windows.send("main", "state", value));
  const showQuestion = (): void => reopenQuestion(windows, questions);
  serveCalls({
    windows,
    handlers: makeHandlers({
      ...services,
      state,
      clients,
      installers,
      tellClientCheck: (ended) => windows.send("main", "clientCheck", ended),
      showQuestion,
      openPage: (page) => shell.openExternal(pageAddress(page, state.value)),
    }),
    onRefused: log,
  });
  showQuestions(windows, questions);

  const showWindow = (messageId?: string): void => {
    if (messageId === undefined) windows.show("main");
    else windows.showAt({ view: "inbox", messageId });
  };
  const startsHidden = environment.startsHidden || wasStartedAtLogin();
  const surface = new DesktopSurface({
    state,
    settings: settings.current,
    inbox,
    clipboard: services.codeClipboard,
    startsHidden,
    showWindow,
    showQuestion,
    setPaused: (paused) => void settings.change({ paused }),
    setNotice: (id, text) => notices.set(id, text),
    quit: () => app.quit(),
  });
  surface.hasTray.onChange((there) => {
    view.set({ ...view.value, hasTray: there === true });
    windows.hidesOnClose = there === true;
    // Without an icon the window is all there is of the app.
    if (there === false) showWindow();
  });

  const command = launchCommand(running);
  registerLinks({ command, sharedFolder: environment.sharedFolder });
  links.onLink((link) => {
    pairing.openLink(link);
    showWindow();
  });
  keepStartAtLogin({
    settings: settings.current,
    notices,
    command,
    configFolder: environment.configFolder,
  });

  const stopWatching = onBackAgain(() => connection.retry());
  app.on("second-instance", () => showWindow());
  app.on("activate", () => showWindow());
  app.on("before-quit", () => {
    windows.hidesOnClose = false;
  });
  // The icon is what keeps the app running; where there is none, the window is.
  app.on("window-all-closed", () => {
    if (!windows.hidesOnClose) app.quit();
  });
  endInOrder(async () => {
    stopWatching();
    surface.close();
    await services.close();
  });
  if (!startsHidden) showWindow();
}
