import { once } from "node:events";
import { verifies } from "../../../test/support/verifies.ts";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { Router } from "express";
import { expect, test } from "vitest";
import { createLogger } from "../ops/logger.ts";
import { createHttpApp } from "./http-server.ts";

const PUBLIC_URL = "https://sms.example.com/agents";
const SECRET = "rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE";

/** The real app with nothing behind its pages; `log` collects every line at the lowest level. */
async function serve(): Promise<{ url: string; log: string[] } & AsyncDisposable> {
  const log: string[] = [];
  const app = createHttpApp({
    log: createLogger("trace", { write: (line: string) => void log.push(line) }),
    apiUrl: PUBLIC_URL,
    guard: () => null,
    readiness: () => Promise.resolve({ ready: true, reasons: [] }),
    homePage: () => ({ mode: "mock", notes: [], steps: [] }),
    publicUrl: () => PUBLIC_URL,
    unguardedRoutes: [],
    notificationsRoute: Router(),
  });
  const server = createServer(express().use(app)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

test.each(["", "/agents"])(
  verifies(
    "pair-page",
    "an invitation's page below %j opens the app, or gives what to paste or to type, and runs and keeps nothing",
  ),
  async (prefix) => {
    await using served = await serve();
    const response = await fetch(`${served.url}${prefix}/pair/${SECRET}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    const [, href = ""] = /<a class="button" href="(agentpass:[^"]+)">Open in AgentPass</.exec(html) ?? [];
    const link = new URL(href.replaceAll("&amp;", "&"));
    expect(`${link.protocol}//${link.host}`).toBe("agentpass://pair");
    expect(Object.fromEntries(link.searchParams)).toEqual({ server: PUBLIC_URL, invitation: SECRET });
    expect(html).toContain(`<code>${PUBLIC_URL}/pair/${SECRET}</code>`);
    expect(html).toContain(`<code>pnpm agentpass member accept ${PUBLIC_URL}/pair/${SECRET}</code>`);
    expect(html).toContain("<strong>sms.example.com</strong>");
    expect(html).not.toMatch(/<script|<form|<img|<iframe| on\w+=/i);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^;']+'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'$/,
      ),
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-frame-options": "DENY",
    });
  },
);

test("the page for approving a device says how, and warns of codes that others send", async () => {
  await using served = await serve();
  const html = await (await fetch(`${served.url}/pair`)).text();
  expect(html).toContain("agentpass device approve");
  expect(html).toContain("do not type it");
});

test("what is no secret of ours gets no page, and stands in none", async () => {
  await using served = await serve();
  for (const wrong of [
    `${SECRET}A`,
    SECRET.slice(1),
    `${SECRET.slice(1)}%3C`,
    "%3Cscript%3E",
    `${SECRET}/`,
  ]) {
    const response = await fetch(`${served.url}/pair/${wrong}`);
    expect([response.status, await response.text()], wrong).toEqual([
      404,
      expect.not.stringContaining(wrong),
    ]);
  }
  const posted = await fetch(`${served.url}/pair/${SECRET}`, { method: "POST" });
  expect(posted.status).toBe(404);
});

test("no log line holds the secret, whatever came of the request", async () => {
  await using served = await serve();
  for (const path of [
    `/pair/${SECRET}`,
    `/pair/${SECRET}x`,
    `/pair/${SECRET}?x=${SECRET}`,
    `/Pair/${SECRET}`,
  ])
    await (await fetch(`${served.url}${path}`)).text();
  await expect.poll(() => served.log.length).toBe(4);
  expect(served.log.join("")).toContain('"route":"/pair/:secret"');
  expect(served.log.join("")).not.toContain(SECRET);
});
