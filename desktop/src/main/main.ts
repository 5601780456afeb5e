import { app } from "electron";
import { readEnvironment } from "./environment.ts";
import { startTrayApp } from "./tray-app.ts";
import { registerAppScheme } from "./windows/app-protocol.ts";

const environment = readEnvironment();
app.setName("AgentPass");
app.setPath("userData", environment.appFolder);
app.setAppUserModelId("com.agentpass.tray");
registerAppScheme();

if (app.requestSingleInstanceLock()) void app.whenReady().then(() => startTrayApp(environment));
else app.quit();
