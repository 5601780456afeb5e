import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { vi } from "vitest";
import { bridgeBuilds } from "../bridge-builds.ts";
import { ELECTRON_VERSION } from "./borrowed-electron.ts";
import { PrivateBus } from "./private-bus.ts";

const desktop = fileURLToPath(new URL("../../../desktop", import.meta.url));
const isRoot = process.getuid?.() === 0;

/** Packages what is built in desktop/out into `folder`; gives the folder of the app. Two seconds, 390 MB. */
export function packageApp(folder: string, electron: string): string {
  mkdirSync(join(desktop, "out/executable"), { recursive: true });
  const { executable } = bridgeBuilds();
  copyFileSync(executable, join(desktop, "out/executable", basename(executable)), constants.COPYFILE_FICLONE);
  const dist = dirname(electron);
  const version = join(dist, "version");
  const settings = {
    electronDist: dist,
    electronVersion: existsSync(version) ? readFileSync(version, "utf8").trim() : ELECTRON_VERSION,
    "directories.output": folder,
  };
  execFileSync(
    join(desktop, "node_modules/.bin/electron-builder"),
    [
      "--linux",
      "--dir",
      "--publish=never",
      "--config=electron-builder.config.ts",
      ...Object.entries(settings).map(([name, value]) => `-c.${name}=${value}`),
    ],
    { cwd: desktop, stdio: ["ignore", "ignore", "inherit"] },
  );
  return join(folder, "linux-unpacked");
}

export interface PackagedOptions {
  executable: string;
  display: string;
  dataFolder: string;
  env?: Record<string, string>;
  arguments?: string[];
}

/** The packaged app: its fuses shut Playwright's usual way in, so its pages are reached over Chromium's port. */
export class PackagedTray implements AsyncDisposable {
  readonly process: ChildProcess;
  /** All that it wrote on stderr. */
  errors = "";
  readonly #bus: PrivateBus;

  private constructor(child: ChildProcess, bus: PrivateBus) {
    this.process = child;
    this.#bus = bus;
    if (child.stderr !== null)
      createInterface(child.stderr).on("line", (line) => {
        this.errors += `${line}\n`;
      });
  }

  static async start(options: PackagedOptions): Promise<PackagedTray> {
    const bus = await PrivateBus.start();
    const child = spawn(
      options.executable,
      [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--remote-debugging-port=0",
        ...(options.arguments ?? []),
      ],
      {
        stdio: ["ignore", "ignore", "pipe"],
        env: {
          PATH: "/usr/bin:/bin",
          HOME: options.dataFolder,
          DISPLAY: options.display,
          DBUS_SESSION_BUS_ADDRESS: bus.address,
          AGENTPASS_DATA_DIR: options.dataFolder,
          ...options.env,
        },
      },
    );
    return new PackagedTray(child, bus);
  }

  /** The window's page. */
  async window(): Promise<Page> {
    const endpoint = await vi.waitUntil(() => /DevTools listening on (\S+)/.exec(this.errors)?.[1], {
      timeout: 30_000,
    });
    const browser = await chromium.connectOverCDP(endpoint);
    const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
    const page = await vi.waitUntil(
      () => pages().find((found) => found.url().endsWith("/main-window.html")),
      { timeout: 30_000 },
    );
    await page.waitForLoadState();
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill();
      await once(this.process, "exit");
    }
    this.#bus[Symbol.dispose]();
  }
}
