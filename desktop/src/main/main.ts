import { app } from "electron";
import { readEnvironment } from "./environment.ts";
import { DeepLinks } from "./system/deep-links.ts";
import { startTrayApp } from "./tray-app.ts";
import { registerAppScheme } from "./windows/app-protocol.ts";

const environment = readEnvironment();
app.setName("AgentPass");
app.setPath("userData", environment.appFolder);
app.setAppUserModelId("com.agentpass.tray");
registerAppScheme();
// Where the desktop names no keyring, Chromium would not look for one.
if (process.platform === "linux") app.commandLine.appendSwitch("password-store", "gnome-libsecret");

// What opens a link does not wait until the app is ready.
const links = new DeepLinks();
links.receive(process.argv);
app.on("second-instance", (_, argv) => links.receive(argv));
app.on("open-url", (event, link) => {
  event.preventDefault();
  links.receive([link]);
});

if (app.requestSingleInstanceLock()) void app.whenReady().then(() => startTrayApp(environment, links));
else app.quit();
