/** `pnpm --filter @agentpass/desktop package` and `installers`; docs/tray.md says which of these were ever built. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Configuration } from "electron-builder";

/** As for `pnpm tray`: an Electron that is there already, where none can be fetched from GitHub. */
const electronDist = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
const versionFile = path.join(electronDist ?? ".", "version");

export default {
  appId: "com.agentpass.tray",
  productName: "AgentPass",
  // The bundles are the whole app: nothing of node_modules is needed beside them.
  files: [
    "out/{main,preload,renderer}/**",
    "resources/icons/**",
    "!resources/icons/source",
    "!node_modules/**",
    "!**/*.map",
  ],
  extraResources: [
    { from: "out/executable", to: "bridge" },
    { from: "out/bridge", to: "bridge", filter: "*.md" },
    { from: "dist/bridge/agentpass-sms.mcpb", to: "agentpass-sms.mcpb" },
  ],
  directories: { output: "dist", buildResources: "resources/icons/app" },
  ...(electronDist ? { electronDist } : {}),
  ...(existsSync(versionFile) ? { electronVersion: readFileSync(versionFile, "utf8").trim() } : {}),
  asar: true,
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // Of no effect on Linux, whose Electron has no such check.
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  protocols: { name: "AgentPass", schemes: ["agentpass"] },
  linux: {
    target: ["AppImage", "deb"],
    executableName: "agentpass",
    icon: "resources/icons/app",
    category: "Utility",
    maintainer: "AgentPass SMS contributors",
    syncDesktopName: true,
  },
  mac: {
    target: ["dmg"],
    icon: "resources/icons/app/icon.icns",
    category: "public.app-category.productivity",
    // A tray app has no place in the Dock.
    extendInfo: { LSUIElement: true },
  },
  win: { target: ["nsis"], icon: "resources/icons/app/icon.ico" },
} satisfies Configuration;
