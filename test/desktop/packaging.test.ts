import { execFileSync } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractFile, listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BridgeProcess } from "../support/bridge-process.ts";
import { packageApp, PackagedTray } from "../support/desktop/packaged-app.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { stateOf } from "../support/desktop/window-calls.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const desktop = fileURLToPath(new URL("../../desktop", import.meta.url));

describe.skipIf(noDesktop)("the packaged app", () => {
  let output: string;
  let app: string;
  beforeAll(() => {
    output = mkdtempSync(join(tmpdir(), "agentpass-packaged-"));
    app = packageApp(output, theDesktop().executable);
  });
  afterAll(() => rmSync(output, { recursive: true, force: true }));
  const executable = (): string => join(app, "agentpass");
  const asar = (): string => join(app, "resources/app.asar");

  test("has its fuses set", async () => {
    const wire = await getCurrentFuseWire(executable());
    const fuse = (option: FuseV1Options): string => FuseState[wire[option] ?? FuseState.REMOVED];
    expect({
      runAsNode: fuse(FuseV1Options.RunAsNode),
      nodeOptions: fuse(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: fuse(FuseV1Options.EnableNodeCliInspectArguments),
      onlyFromAsar: fuse(FuseV1Options.OnlyLoadAppFromAsar),
      asarIntegrity: fuse(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      cookieEncryption: fuse(FuseV1Options.EnableCookieEncryption),
      filePrivileges: fuse(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: "DISABLE",
      nodeOptions: "DISABLE",
      inspect: "DISABLE",
      onlyFromAsar: "ENABLE",
      asarIntegrity: "ENABLE",
      cookieEncryption: "ENABLE",
      filePrivileges: "DISABLE",
    });
  });

  test("brings its bundles, its icons and its manifest along, and nothing else", () => {
    const files = listPackage(asar(), { isPack: false }).filter((path) => /\.\w+$/.test(path));
    expect(files).toContain("/out/main/main.cjs");
    expect(files).toContain("/resources/icons/tray-connected.png");
    const allowed =
      /^\/(package\.json|out\/(main|preload|renderer)\/[^.]*\.(cjs|js|css|html|svg|png)|resources\/icons\/[\w@/-]+\.(png|ico|icns))$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
    const manifest: unknown = JSON.parse(extractFile(asar(), "package.json").toString());
    expect(manifest).toMatchObject({ name: "@agentpass/desktop", main: "out/main/main.cjs" });
    expect(manifest).not.toHaveProperty("devDependencies");
  });

  test("brings the licenses of what its bridge is made of", () => {
    expect(readdirSync(join(app, "resources/bridge"))).toEqual(["THIRD-PARTY-LICENSES.md", "agentpass-mcp"]);
  });

  test("names no path of the computer that built it", () => {
    for (const path of listPackage(asar(), { isPack: false }).filter((name) => /\.(cjs|js|html)$/.test(name)))
      expect(extractFile(asar(), path.slice(1)).includes(desktop), path).toBe(false);
    expect(readFileSync(join(app, "resources/bridge/agentpass-mcp")).includes(desktop)).toBe(false);
  });

  test("starts, and lets nobody run other code in it by a variable, a switch or a folder beside it", async () => {
    const folder = temporaryFolder();
    const sign = join(folder, "it-ran");
    const foreign = join(folder, "foreign.cjs");
    writeFileSync(foreign, `require("node:fs").writeFileSync(${JSON.stringify(sign)}, "");`);
    const beside = join(app, "resources/app");
    mkdirSync(beside, { recursive: true });
    writeFileSync(join(beside, "package.json"), JSON.stringify({ name: "foreign", main: "main.js" }));
    writeFileSync(join(beside, "main.js"), readFileSync(foreign));
    await using tray = await PackagedTray.start({
      executable: executable(),
      display: theDesktop().display,
      dataFolder: folder,
      env: { ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: `--require=${foreign}` },
      arguments: ["--inspect=0"],
    });
    const window = await tray.window();
    expect(await window.title()).toContain("AgentPass");
    expect(await window.textContent("main")).not.toBe("");
    expect(existsSync(sign)).toBe(false);
    expect(tray.errors).not.toContain("Debugger listening");
  });

  test("puts its bridge into the data folder, where clients start it without any Node", async () => {
    const folder = temporaryFolder();
    const command = join(folder, "bin/agentpass-mcp");
    await using tray = await PackagedTray.start({
      executable: executable(),
      display: theDesktop().display,
      dataFolder: folder,
    });
    const { bridge } = (await stateOf(await tray.window())).app;
    expect(bridge).toEqual({ command, args: [], env: { AGENTPASS_DATA_DIR: folder } });
    await expect.poll(() => existsSync(command)).toBe(true);
    await using process = new BridgeProcess({
      command: bridge,
      env: { ...bridge.env, PATH: "/nonexistent" },
    });
    expect((await process.initialize()).result).toMatchObject({ serverInfo: { name: "agentpass-sms" } });
    expect((await process.request("tools/list")).result?.["tools"]).toHaveLength(5);
  });
});

test("no code of the server is in what is built for the app", () => {
  const folder = temporaryFolder();
  const build = (command: string, ...options: string[]): void => {
    execFileSync(join(desktop, "node_modules/.bin", command), ["build", "--sourcemap", ...options], {
      cwd: desktop,
      stdio: "ignore",
    });
  };
  build("electron-vite", "--outDir", folder);
  build("vite", "--config", "bridge.vite.config.ts", "--outDir", join(folder, "bridge"));
  const sources = globSync("**/*.map", { cwd: folder }).flatMap((map) => sourcesOf(join(folder, map)));
  expect(sources).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/desktop\/src\/main\/tray-app\.ts$/),
      expect.stringMatching(/desktop\/src\/renderer\/main-window\.tsx$/),
      expect.stringMatching(/desktop\/src\/bridge\/serve-bridge\.ts$/),
      expect.stringMatching(/shared\/src\/feed-client\//),
    ]),
  );
  expect(
    sources.filter((path) => /(^|\/)(server|test)\/(src|support)\//.test(withoutPackages(path))),
  ).toEqual([]);
});

function sourcesOf(map: string): string[] {
  return (JSON.parse(readFileSync(map, "utf8")) as { sources: string[] }).sources;
}

/** A package may have a folder `server` too. */
function withoutPackages(path: string): string {
  return path.includes("node_modules/") ? "" : path;
}
