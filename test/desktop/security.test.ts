/** The security list of the tray app, in the real one with Chromium's sandbox on. Fuses are read back in packaging.test.ts. */
import { createServer } from "node:http";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { mainWindowCalls, questionWindowCalls } from "../../desktop/src/shared/ipc-contract.ts";
import { AgentClient } from "../support/agent-client.ts";
import type { PageGlobals } from "../support/desktop/page-globals.ts";
import { pressAnswer } from "../support/desktop/press-answer.ts";
import { RunningTray } from "../support/desktop/running-tray.ts";
import { noDesktop, theDesktop } from "../support/desktop/the-desktop.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { verifies } from "../support/verifies.ts";

let tray: RunningTray;
let window: Page;
beforeAll(async () => {
  if (noDesktop) return;
  tray = await RunningTray.start({ desktop: theDesktop(), sandboxed: true });
  window = await tray.window("main-window.html");
});
afterAll(() => tray?.[Symbol.asyncDispose]());

/** What the page gets for a call that its script need not be allowed to make. */
const call = (page: Page, name: unknown, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([called, given]) => {
      const { agentpass } = globalThis as unknown as PageGlobals;
      return agentpass.call(called, given);
    },
    [name, input] as const,
  );

describe.skipIf(noDesktop)("a window", () => {
  test("has no Node, and a sandbox around its process", async () => {
    const names = [
      "require",
      "process",
      "Buffer",
      "module",
      "global",
      "__dirname",
      "setImmediate",
      "electron",
    ];
    const found = await window.evaluate((all) => all.filter((name) => name in globalThis), names);
    expect(found).toEqual([]);
    const { preferences, pid } = await tray.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return {
        // Not in Electron's types, but all that was decided.
        preferences: (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences(),
        pid: contents?.getOSProcessId(),
      };
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
    // A filter on its system calls, and a process namespace of its own: what the operating system enforces.
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(status).toMatch(/^Seccomp:\s*2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s*1$/m);
    expect(status).not.toMatch(/^Uid:\s*0\b/m);
  });

  test("has a bridge of exactly two functions, which its script cannot change", async () => {
    const bridge = await window.evaluate(() => {
      const { agentpass } = globalThis as unknown as { agentpass: Record<string, unknown> };
      try {
        agentpass["call"] = () => "mine";
        agentpass["more"] = 1;
      } catch {
        // Frozen.
      }
      return {
        names: Object.getOwnPropertyNames(agentpass).toSorted(),
        kinds: Object.values(agentpass).map((value) => typeof value),
        isMine: String(agentpass["call"]).includes("mine"),
      };
    });
    expect(bridge).toEqual({ names: ["call", "on"], kinds: ["function", "function"], isMine: false });
  });

  test(verifies("T13", "runs no inline script and loads nothing from elsewhere"), async () => {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.setHeader("access-control-allow-origin", "*").end("globalThis.intruder = true");
    }).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const fetched = await window.evaluate(async (address) => {
      const { document } = globalThis as unknown as PageGlobals;
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(event.effectiveDirective),
      );
      const add = (tag: string, attributes: Record<string, string>, text = "") => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.textContent = text;
        document.body.append(element);
        return element;
      };
      add("script", {}, "globalThis.intruder = true");
      add("script", { src: `${address}/script.js` });
      add("img", { src: "data:,", onerror: "globalThis.intruder = true" });
      add("img", { src: `${address}/pixel.png` });
      add("iframe", { src: `${address}/frame` });
      add("object", { data: `${address}/object` });
      add("link", { rel: "stylesheet", href: `${address}/style.css` });
      add("form", { action: address, method: "post" }).submit();
      const attempt = (act: () => Promise<unknown>) =>
        act().then(
          () => "reached",
          () => "refused",
        );
      return Promise.all([
        attempt(() => fetch(address)),
        attempt(() => fetch("app://agentpass/main-window.html")),
        attempt(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(address.replace("http", "ws"));
              socket.addEventListener("open", resolve);
              socket.addEventListener("error", reject);
            }),
        ),
      ]);
    }, url);
    expect(fetched).toEqual(["refused", "refused", "refused"]);
    await expect
      .poll(() => window.evaluate<string[]>("globalThis.violations"))
      .toEqual(
        expect.arrayContaining([
          "connect-src",
          "form-action",
          "frame-src",
          "img-src",
          "object-src",
          "script-src-attr",
          "script-src-elem",
          "style-src-elem",
        ]),
      );
    // Each was answered by now, one way or the other.
    expect(await window.evaluate("'intruder' in globalThis")).toBe(false);
    expect(visits).toBe(0);
    elsewhere.close();
  });

  test("goes nowhere else and opens no other window", async () => {
    const before = window.url();
    const windowsBefore = tray.app.windows().length;
    for (const address of [
      "https://example.com/",
      "file:///etc/passwd",
      "data:text/html,x",
      "app://other/",
    ]) {
      const isRefused = await window.evaluate((to) => {
        const { document, location, open } = globalThis as unknown as PageGlobals;
        location.href = to;
        const link = document.createElement("a");
        link.setAttribute("href", to);
        document.body.append(link);
        for (const target of ["_blank", "_self", "_top"]) {
          link.setAttribute("target", target);
          link.click();
        }
        return open(to) === null;
      }, address);
      expect(isRefused).toBe(true);
    }
    // A turn in main, behind whatever the clicks have set off.
    await expect
      .poll(() => tray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(windowsBefore);
    expect(window.url()).toBe(before);
    expect(await window.evaluate(() => (globalThis as unknown as PageGlobals).location.href)).toBe(before);
    expect(tray.app.windows()).toHaveLength(windowsBefore);
  });

  test("gets no permission", async () => {
    const states = await window.evaluate(async () => {
      const { navigator, Notification } = globalThis as unknown as PageGlobals;
      const query = (name: string) => navigator.permissions.query({ name }).then(({ state }) => state);
      const refused = (act: () => Promise<unknown>) =>
        act().then(
          () => "granted",
          () => "refused",
        );
      return {
        queried: await Promise.all(["geolocation", "notifications", "camera", "microphone"].map(query)),
        notification: await Notification.requestPermission(),
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await refused(() => navigator.clipboard.readText()),
        place: await refused(
          () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
      };
    });
    expect(states).toEqual({
      queried: ["denied", "denied", "denied", "denied"],
      notification: "denied",
      camera: "refused",
      clipboard: "refused",
      place: "refused",
    });
  });
});

test.skipIf(noDesktop)("app:// gives the app's pages and nothing outside their folder", async () => {
  const statusOf = (address: string) =>
    tray.app.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url).catch(() => null);
      return response === null ? "refused" : response.status;
    }, address);
  expect(await statusOf("app://agentpass/main-window.html")).toBe(200);
  const paths = [
    "../main/main.cjs",
    "%2e%2e/main/main.cjs",
    "..%2fmain%2fmain.cjs",
    "%2e%2e%2fmain%2fmain.cjs",
    "assets/..%2f..%2fmain%2fmain.cjs",
    "..%5cmain%5cmain.cjs",
    "%252e%252e%252fmain%252fmain.cjs",
    "..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "main-window.html%00.png",
    "%",
    "",
  ];
  for (const path of paths) expect([path, await statusOf(`app://agentpass/${path}`)]).toEqual([path, 404]);
  expect(await statusOf("app://other/main-window.html")).toBe(404);
});

describe.skipIf(noDesktop)("a call to main", () => {
  const notAllowed = { ok: false, problem: { code: "not_allowed" } };

  test("is answered to the window whose call it is", async () => {
    expect(await call(window, "state.get", undefined)).toMatchObject({ ok: true });
  });

  test("that belongs to the window that asks is refused to the main one", async () => {
    for (const name of Object.keys(questionWindowCalls))
      expect([name, await call(window, name, undefined)]).toMatchObject([name, notAllowed]);
  });

  test.each([
    "",
    "state",
    "__proto__",
    "constructor",
    "toString",
    "x".repeat(1_000_000),
    null,
    42,
    ["state.get"],
    { name: "state.get" },
  ])("by the name %.40j is refused", async (name) => {
    expect(await call(window, name, undefined)).toMatchObject(notAllowed);
  });

  test.each(Object.keys(mainWindowCalls))("of %s with junk is refused, in words", async (name) => {
    for (const input of [null, 42, "junk", [], { junk: 1 }, { id: { $gt: "" } }])
      expect(await call(window, name, input)).toMatchObject({
        ok: false,
        problem: { code: "invalid_input", message: expect.stringContaining(name) as unknown },
      });
  });

  test("is refused to a window that is none of ours, though it has the bridge and our address", async () => {
    const answer = await tray.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL("app://agentpass/main-window.html");
      const result: unknown = await stranger.webContents.executeJavaScript(
        'window.agentpass.call("state.get", undefined)',
      );
      stranger.destroy();
      return result;
    });
    expect(answer).toMatchObject(notAllowed);
  });

  test("is refused to a frame inside our window, which has no bridge to begin with", async () => {
    const hasBridge = await window.evaluate(() => {
      const { document } = globalThis as unknown as PageGlobals;
      const frame = document.createElement("iframe");
      document.body.append(frame);
      if (!frame.contentWindow) throw new Error("there is no frame");
      return "agentpass" in frame.contentWindow;
    });
    expect(hasBridge).toBe(false);
    const answer = await tray.app.evaluate(({ BrowserWindow, ipcMain }) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const senderFrame = sender?.mainFrame.frames[0];
      if (senderFrame === undefined) throw new Error("there is no frame");
      // As if the frame had reached main all the same.
      const { _invokeHandlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => unknown>;
      };
      return _invokeHandlers.get("agentpass.call")?.({ sender, senderFrame }, "state.get", undefined);
    });
    expect(answer).toMatchObject(notAllowed);
  });
});

describe.skipIf(noDesktop)("an app that is signed in", () => {
  let server: RunningServer;
  let own: RunningTray;
  let page: Page;
  beforeAll(async () => {
    server = await RunningServer.start();
    own = await RunningTray.start({ desktop: theDesktop(), dataFolder: server.dataFolder });
    page = await own.window("main-window.html");
    const state = () => page.evaluate<string>(`agentpass.call("state.get").then(JSON.stringify)`);
    await vi.waitUntil(async () => (await state()).includes('"connected"'), {
      timeout: 30_000,
      interval: 100,
    });
  });
  afterAll(async () => {
    await own?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  test("tells its windows no key, and leaves none where a page could look", async () => {
    const code = randomCode();
    await server.sms("+15551234567", `Your code is ${code}`);
    const shown = () =>
      page.evaluate<string>(`(async () => {
        const state = await agentpass.call("state.get");
        return JSON.stringify([state, { ...localStorage }, { ...sessionStorage }, document.cookie,
          (await indexedDB.databases()).length, document.documentElement.outerHTML]);
      })()`);
    // What it shows is there, so what it must not show would be too.
    await expect.poll(shown, { timeout: 20_000 }).toContain(code);
    expect(await shown()).not.toMatch(/ap_(admin|device|agent)_/);
    expect(await shown()).not.toContain(server.ownerKey);
    expect(own.output).not.toMatch(/ap_(admin|device|agent)_/);
    expect(own.output).not.toContain(code);
  });

  test("opens its server's pages in the browser, and nothing that a window names", async () => {
    await own.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
    const opened = () => own.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    for (const named of ["server", "help"]) await call(page, "app.openPage", { page: named });
    const pages = await opened();
    expect(pages).toHaveLength(2);
    for (const url of pages) expect(new URL(url).origin).toBe(server.url);
    for (const junk of [
      "https://example.com",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "__proto__",
      "",
    ]) {
      expect(await call(page, "app.openPage", { page: junk })).toMatchObject({
        ok: false,
        problem: { code: "invalid_input" },
      });
      expect(await call(page, "app.openPage", { page: "server", url: junk })).toMatchObject({ ok: false });
    }
    expect(await opened()).toEqual(pages);
  });

  test("opens the links of two MCP clients, which main alone makes, and no file of a window's choice", async () => {
    await own.app.evaluate(({ shell }) => {
      const links: string[] = [];
      Object.assign(globalThis, { links });
      shell.openExternal = async (url) => void links.push(url);
      shell.openPath = async (path) => String(links.push(path));
    });
    const links = () => own.app.evaluate(() => (globalThis as unknown as { links: string[] }).links);
    for (const id of ["cursor", "vscode"])
      expect(await call(page, "clients.openInstaller", { id })).toMatchObject({ ok: true });
    expect((await links()).map((link) => link.split("?")[0])).toEqual([
      "cursor://anysphere.cursor-deeplink/mcp/install",
      "vscode:mcp/install",
    ]);
    for (const junk of [
      { id: "zed" },
      { id: "cursor://x" },
      { id: "/etc/passwd" },
      { id: "cursor", command: "/bin/sh" },
    ])
      expect(await call(page, "clients.openInstaller", junk)).toMatchObject({
        ok: false,
        problem: { code: "invalid_input" },
      });
    // On Linux the bundle of Claude Desktop is an archive to whatever opens it.
    expect(await call(page, "clients.openInstaller", { id: "claude-desktop" })).toMatchObject({
      ok: false,
      problem: { code: "not_found" },
    });
    expect(await links()).toHaveLength(2);
  });

  test("gives the window that asks two calls of its own, and refuses it the main window's", async () => {
    const program = AgentClient.connect(server.environment, "a-stranger");
    await using client = await program;
    const asked = client.lease().catch(() => "denied");
    const asking = await own.window("question.html");
    await asking.getByText("a-stranger").first().waitFor({ timeout: 20_000 });
    for (const name of Object.keys(mainWindowCalls))
      expect([name, await call(asking, name, undefined)]).toMatchObject([
        name,
        { ok: false, problem: { code: "not_allowed" } },
      ]);
    for (const junk of [null, {}, { id: "x" }, { id: "x", decision: "allow_all" }])
      expect(await call(asking, "question.answer", junk)).toMatchObject({
        ok: false,
        problem: { code: "invalid_input" },
      });
    expect(await asking.evaluate<string[]>("Object.keys(agentpass).toSorted()")).toEqual(["call", "on"]);
    expect(await asking.evaluate("typeof require + typeof process")).toBe("undefinedundefined");
    await pressAnswer(asking, "Deny");
    expect(await asked).toBe("denied");
  });
});
