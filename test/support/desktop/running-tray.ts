import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { vi } from "vitest";
import { PrivateBus } from "./private-bus.ts";
import { asNobody, NOBODYS_ELECTRON } from "./unprivileged.ts";

/** Chromium's sandbox refuses root. */
const isRoot = process.getuid?.() === 0;
const appFolder = fileURLToPath(new URL("../../../desktop", import.meta.url));

export interface TrayOptions {
  /** The provided desktop: which Electron, on which display. */
  desktop: { executable: string; display: string };
  /** Of a running server, or one of its own that is removed afterwards. */
  dataFolder?: string;
  /** The session bus; by default one of its own with nobody on it. */
  bus?: PrivateBus;
  env?: Record<string, string>;
  arguments?: string[];
  /** With Chromium's sandbox also where the tests run as root: then the app runs as `nobody`. */
  sandboxed?: boolean;
}

interface Command {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** The real app in the real Electron. */
export class RunningTray implements AsyncDisposable {
  readonly app: ElectronApplication;
  readonly dataFolder: string;
  /** All that main wrote on stdout and stderr. */
  output = "";
  readonly #command: Command;
  readonly #cleanUp: DisposableStack;

  private constructor(
    app: ElectronApplication,
    { command, dataFolder, cleanUp }: { command: Command; dataFolder: string; cleanUp: DisposableStack },
  ) {
    this.app = app;
    this.#command = command;
    this.dataFolder = dataFolder;
    this.#cleanUp = cleanUp;
    const hear = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    app.process().stdout?.on("data", hear);
    app.process().stderr?.on("data", hear);
  }

  static async start(options: TrayOptions): Promise<RunningTray> {
    const cleanUp = new DisposableStack();
    const dataFolder = options.dataFolder ?? ownFolder(cleanUp);
    const asOther = isRoot && options.sandboxed === true;
    const bus = options.bus ?? cleanUp.use(await PrivateBus.start());
    const { executable } = options.desktop;
    const command: Command = {
      executablePath: asOther ? asNobody(executable, dataFolder, cleanUp) : executable,
      args: [
        ...(isRoot && !asOther ? ["--no-sandbox"] : []),
        // Another user's bus does not answer, which Chromium waits for.
        ...(asOther ? ["--password-store=basic"] : []),
        "--disable-gpu",
        appFolder,
        ...(options.arguments ?? []),
      ],
      env: {
        PATH: "/usr/bin:/bin",
        HOME: dataFolder,
        DISPLAY: options.desktop.display,
        DBUS_SESSION_BUS_ADDRESS: bus.address,
        AGENTPASS_DATA_DIR: dataFolder,
        ...options.env,
      },
    };
    const app = await _electron.launch({ ...command, chromiumSandbox: !isRoot || asOther });
    return new RunningTray(app, { command, dataFolder, cleanUp });
  }

  /** Starts the app once more, as a click on its icon or on a link does; gives the exit code of that process. */
  async startAgain(...more: string[]): Promise<number | null> {
    const { executablePath, args, env } = this.#command;
    const again = spawn(executablePath, [...args, ...more], { env, stdio: "ignore" });
    const [code] = (await once(again, "exit")) as [number | null];
    return code;
  }

  /** The window of this page, as soon as it is there. */
  async window(page: "main-window.html" | "question.html"): Promise<Page> {
    // A window is told of before it has its address.
    const found = await vi.waitUntil(
      () => this.app.windows().find((window) => window.url().endsWith(`/${page}`)),
      {
        timeout: 30_000,
      },
    );
    await found.waitForLoadState();
    return found;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Run as another user than its parent the browser process may wait for its sandbox for ever when it ends.
    if (this.#command.executablePath.endsWith(NOBODYS_ELECTRON)) this.app.process().kill("SIGKILL");
    await this.app.close().catch(() => {});
    this.#cleanUp.dispose();
  }
}

function ownFolder(cleanUp: DisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-tray-"));
  cleanUp.defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
