import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { inject } from "vitest";
import { PageServer } from "./page-server.ts";
import { PlayedMain, type PlayedMainOptions } from "./played-main.ts";

const browserForTests = inject("browser");

/** Whether tests in a browser are skipped, as the run's first line says: `describe.skipIf(noBrowser)`. */
export const noBrowser = "missing" in browserForTests;

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface OpenOptions extends PlayedMainOptions {
  page?: "main-window.html" | "question.html";
  scheme?: "light" | "dark";
  size?: { width: number; height: number };
  reducedMotion?: "reduce" | "no-preference";
}

interface AxeViolation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** A browser with the app's pages, for the tests of one file. */
export class WindowBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #server: PageServer;

  private constructor(browser: Browser, server: PageServer) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<WindowBrowser> {
    if ("missing" in browserForTests) throw new Error(browserForTests.missing);
    const browser = await chromium.launch({
      executablePath: browserForTests.executable,
      // Chromium's sandbox refuses root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-gpu"],
    });
    return new WindowBrowser(browser, await PageServer.start());
  }

  async open(options: OpenOptions): Promise<OpenedWindow> {
    const context = await this.#browser.newContext({
      viewport: options.size ?? { width: 920, height: 640 },
      colorScheme: options.scheme ?? "light",
      reducedMotion: options.reducedMotion ?? "no-preference",
      locale: "en-GB",
    });
    const page = await context.newPage();
    const window = new OpenedWindow(page, await PlayedMain.attach(page, options));
    await page.goto(`${this.#server.origin}/${options.page ?? "main-window.html"}`);
    await page.locator("main").waitFor();
    return window;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.#server[Symbol.dispose]();
  }
}

/** One window as a person has it before them. */
export class OpenedWindow implements AsyncDisposable {
  readonly page: Page;
  readonly main: PlayedMain;
  /** Errors of the page, and what its content policy refused. */
  readonly errors: string[] = [];

  constructor(page: Page, main: PlayedMain) {
    this.page = page;
    this.main = main;
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error") this.errors.push(line.text());
    });
  }

  /** What axe finds wrong, a line each. */
  async accessibilityProblems(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const run = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)";
    const violations = await this.page.evaluate<AxeViolation[]>(run);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }

  /** Writes a picture into the folder of AGENTPASS_SCREENSHOTS, where it is set. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env["AGENTPASS_SCREENSHOTS"];
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
  }
}
