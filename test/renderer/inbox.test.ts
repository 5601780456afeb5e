import { ProblemError } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import { everyKind, message, signedIn, withMessages } from "../support/renderer/app-states.ts";
import { noBrowser, type OpenedWindow } from "../support/renderer/opened-window.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

const titles = ({ page }: OpenedWindow): Promise<string[]> =>
  page.locator(".message-toggle").allTextContents();
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    message({ service: `Service ${at}`, code: String(100_000 + at), receivedAt: Date.now() - at * 1_000 }),
  );

test.skipIf(noBrowser)(
  "loading, empty and failed are told apart, and a failure can be tried again",
  async () => {
    const inbox = signedIn().inbox;
    const { page, main } = await open({ state: signedIn({ inbox: { ...inbox, status: "loading" } }) });
    await page.getByText("Loading your messages …").waitFor();
    const problem = { code: "unavailable" as const, message: "The server's database does not answer." };
    await main.show(signedIn({ inbox: { ...inbox, status: "failed", problem } }));
    await page.getByText(problem.message).waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => main.inputsOf("connection.retry")).toHaveLength(1);
    await main.show(signedIn());
    await page.getByText("No codes yet").waitFor();
  },
);

test.skipIf(noBrowser)("what was loaded stays while the server is away", async () => {
  const problem = { code: "unavailable" as const, message: "The server is restarting." };
  const inbox = { status: "failed" as const, problem, messages: [message()], hasOlder: false };
  const connection = {
    state: "reconnecting" as const,
    retryAt: Date.now(),
    offlineSince: Date.now(),
    problem: null,
  };
  const { page } = await open({ state: signedIn({ inbox, connection }) });
  await page.getByText("482913", { exact: true }).waitFor();
  await page.getByText(problem.message).waitFor();
  await expect
    .poll(() => page.getByText("Codes that arrive now will show when the connection is back.").isVisible())
    .toBe(true);
});

test.skipIf(noBrowser)(
  "each state is told in words, and a live code with the time left ticking",
  async () => {
    const { page } = await open({ state: withMessages(everyKind()) });
    for (const words of [
      "Simulated",
      "Waits for your answer",
      "With the agent",
      "Used",
      "Replaced by a newer one",
      "Expired",
      "No code",
      "Withheld by the provider",
    ])
      await page.locator(".message").getByText(words).first().waitFor();
    const left = page.locator(".message-status").first();
    const before = await left.textContent();
    expect(before).toMatch(/^Until \d\d:\d\d · 9:\d\d left$/);
    await expect.poll(() => left.textContent()).not.toBe(before);
  },
);

test.skipIf(noBrowser)("on a computer whose clock is wrong the time left is the server's", async () => {
  const slow = 300_000;
  const serverNow = Date.now() + slow;
  const state = withMessages([message({ receivedAt: serverNow, expiresAt: serverNow + 600_000 })]);
  const { page } = await open({ state: { ...state, clockOffsetMs: slow } });
  await expect.poll(() => page.locator(".message-status").textContent()).toMatch(/ 9:5\d left$/);
});

test.skipIf(noBrowser)("a code that runs out in the window says so by itself", async () => {
  const { page } = await open({ state: withMessages([message({ expiresAt: Date.now() + 1_500 })]) });
  await page.getByText("left", { exact: false }).waitFor();
  await expect.poll(() => page.locator(".message-status", { hasText: "Expired" }).isVisible()).toBe(true);
});

test.skipIf(noBrowser)(
  "copy tells that it copied and when the clipboard is cleared, and asks main only",
  async () => {
    const first = message();
    const { page, main } = await open({
      state: withMessages([first]),
      calls: { "inbox.copy": () => ({ clearsAfterSeconds: 60 }) },
    });
    await page.getByRole("button", { name: "Copy the code: GitHub" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    await page.getByText("Copied. The clipboard is cleared in 60 s.").waitFor();
    expect(main.inputsOf("inbox.copy")).toEqual([{ id: first.id }]);
  },
);

test.skipIf(noBrowser)("a copy that fails says why beside the code", async () => {
  const { page } = await open({
    state: withMessages([message()]),
    calls: {
      "inbox.copy": () => {
        throw new ProblemError({ code: "not_found", message: "The code was erased meanwhile." });
      },
    },
  });
  await page.getByRole("button", { name: "Copy the code: GitHub" }).click();
  await expect
    .poll(() => page.getByRole("alert").getByText("The code was erased meanwhile.").isVisible())
    .toBe(true);
});

test.skipIf(noBrowser)(
  "search, agent and service narrow the list; Escape and “Show all” widen it again",
  async () => {
    const window = await open({
      state: withMessages([
        message({ service: "Slack", agentName: "Codex" }),
        message({ service: "Crédit Mutuel" }),
        message({ service: "GitHub" }),
      ]),
    });
    const { page } = window;
    await page.keyboard.press("/");
    await page.keyboard.type("credit");
    await expect.poll(() => titles(window)).toEqual(["Crédit Mutuel"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => titles(window)).toHaveLength(3);
    await page.getByLabel("Agent", { exact: true }).selectOption("Codex");
    await expect.poll(() => titles(window)).toEqual(["Slack"]);
    await page.getByLabel("Service", { exact: true }).selectOption("GitHub");
    await page.getByText("Nothing matches").waitFor();
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => titles(window)).toHaveLength(3);
  },
);

test.skipIf(noBrowser)("`/` and Ctrl+F go to the search, and `/` in it is a letter", async () => {
  const { page } = await open({ state: withMessages([message()]) });
  const search = page.getByRole("searchbox");
  await page.keyboard.press("/");
  await page.keyboard.type("a/b");
  expect(await search.inputValue()).toBe("a/b");
  await page.locator(".nav-item").first().focus();
  await page.keyboard.press("Control+f");
  expect(await search.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test.skipIf(noBrowser)(
  "the list is one tab stop; arrow keys, Home and End walk it, Enter opens, Ctrl+C copies",
  async () => {
    const { page, main } = await open({
      state: withMessages(numbered(5)),
      calls: { "inbox.copy": () => ({ clearsAfterSeconds: 60 }) },
    });
    const toggle = (at: number) => page.getByRole("button", { name: `Service ${at}`, exact: true });
    await page.getByLabel("Service", { exact: true }).focus();
    await page.keyboard.press("Tab");
    expect(await toggle(0).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await toggle(2).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("End");
    expect(await toggle(4).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowUp");
    expect(await toggle(0).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("Enter");
    expect(await toggle(0).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Control+c");
    await expect.poll(() => main.inputsOf("inbox.copy")).toHaveLength(1);
  },
);

test.skipIf(noBrowser)(
  "snapshots that come while one works keep focus, scroll, selection and what is open",
  async () => {
    const messages = numbered(200);
    const { page, main } = await open({ state: withMessages(messages) });
    const toggle = page.getByRole("button", { name: "Service 120", exact: true });
    await toggle.click();
    await page.getByText("100120", { exact: true }).dblclick();
    const selected = (): Promise<string> => page.evaluate("getSelection().toString().trim()");
    expect(await selected()).toBe("100120");
    await toggle.focus();
    const top = (): Promise<number> => toggle.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    for (let turn = 0; turn < 20; turn++) await main.show(withMessages(structuredClone(messages)));
    expect(await toggle.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
    expect(await selected()).toBe("100120");
    expect(await top()).toBeCloseTo(before, 0);
    await main.show(withMessages([message({ service: "Brand new" }), ...messages]));
    await page.getByRole("button", { name: "Brand new", exact: true }).waitFor();
    expect(await toggle.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await top()).toBeCloseTo(before, 0);
  },
);

test.skipIf(noBrowser)(
  "a new code is told to screen readers once, in any view; older ones and the first load are not",
  async () => {
    const known = message({ receivedAt: Date.now() - 60_000 });
    const { page, main } = await open({ state: withMessages([known]) });
    const told = page.locator("[data-announcer]");
    await page.keyboard.press("Control+4");
    await main.show(withMessages([known, message({ receivedAt: Date.now() - 3_600_000 })]));
    expect(await told.textContent()).toBe("");
    const fresh = message({ service: "Stripe", code: "190224" });
    await main.show(withMessages([fresh, known]));
    await expect.poll(() => told.textContent()).toBe("New code: Stripe, 1 9 0 2 2 4");
    await page.evaluate("document.querySelector('[data-announcer] span').dataset.seen = 'yes'");
    await main.show(withMessages([{ ...fresh, state: "consumed" }, known]));
    expect(await told.locator("[data-seen]").count()).toBe(1);
  },
);

test.skipIf(noBrowser)("details show who and where, the text, and why there is no code", async () => {
  const { page, main } = await open({ state: withMessages(everyKind()) });
  await page.locator(".message", { hasText: "No code" }).first().click();
  await page.getByText("No number in the text stands near words for a code.").waitFor();
  await page.getByText("Your parcel arrives").waitFor();
  await page.getByRole("button", { name: "Bank of Examples", exact: true }).click();
  await page.getByRole("button", { name: "Answer" }).click();
  await expect.poll(() => main.inputsOf("questions.show")).toHaveLength(1);
});

test.skipIf(noBrowser)("“I used it” tells main which message", async () => {
  const first = message();
  const { page, main } = await open({ state: withMessages([first]) });
  await page.locator(".message").click();
  await page.getByRole("button", { name: "I used it" }).click();
  await expect.poll(() => main.inputsOf("inbox.markUsed")).toEqual([{ id: first.id }]);
});

test.skipIf(noBrowser)(
  "the latency receipt is asked for when it is opened, and lists the hops in milliseconds",
  async () => {
    const { page, main } = await open({
      state: withMessages([message()]),
      calls: {
        "inbox.receipt": () => ({
          receivedAt: 1_000,
          storedAt: 1_004,
          matchedAt: 1_005,
          pushedAt: 1_007,
          shownAt: 1_019,
          takenAt: null,
        }),
      },
    });
    await page.locator(".message").click();
    expect(main.inputsOf("inbox.receipt")).toEqual([]);
    await page.getByRole("button", { name: "Latency receipt" }).click();
    const rows = page.getByRole("table", { name: "Latency receipt" }).locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(6);
    expect(await rows.nth(4).locator("th, td").allTextContents()).toEqual(["Shown here", "+12 ms", "19 ms"]);
    expect(await rows.nth(5).locator("th, td").allTextContents()).toEqual([
      "Taken by the agent",
      "",
      "Not yet",
    ]);
  },
);

test.skipIf(noBrowser)("a receipt that cannot be had says why and can be tried again", async () => {
  const { page, main } = await open({
    state: withMessages([message()]),
    calls: {
      "inbox.receipt": () => {
        throw new ProblemError({ code: "unavailable", message: "The server does not answer." });
      },
    },
  });
  await page.locator(".message").click();
  await page.getByRole("button", { name: "Latency receipt" }).click();
  await page.getByText("The server does not answer.").waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => main.inputsOf("inbox.receipt")).toHaveLength(2);
});

test.skipIf(noBrowser)("older messages are asked for at the end of the list", async () => {
  const state = withMessages([message()]);
  const { page, main } = await open({ state: { ...state, inbox: { ...state.inbox, hasOlder: true } } });
  await page.getByRole("button", { name: "Show older" }).click();
  await expect.poll(() => main.inputsOf("inbox.older")).toHaveLength(1);
});

test.skipIf(noBrowser)("a message's markup is shown as text and does nothing", async () => {
  const hostile = `<img src=x onerror="window.broken=1"><script>window.broken=1</script><a href="https://evil.example">win</a>`;
  const { page } = await open({
    state: withMessages([
      message({
        service: hostile,
        from: hostile,
        agentName: hostile,
        body: hostile,
        whyNoCode: hostile,
        code: "<b>1</b>",
      }),
    ]),
  });
  await page.locator(".message-toggle").click();
  expect(await page.locator("blockquote").textContent()).toBe(hostile);
  expect(await page.locator("img, #root script, a").count()).toBe(0);
  expect(await page.evaluate("window.broken")).toBe(undefined);
});

test.skipIf(noBrowser)(
  "a sender that is written from right to left does not turn what stands beside it",
  async () => {
    const { page } = await open({ state: withMessages([message({ from: "بنك\u202E الأمثلة" })]) });
    const who = page.locator(".message-who");
    const left = async (text: string): Promise<number> => {
      const box = await who.locator("bdi, time").filter({ hasText: text }).boundingBox();
      return box?.x ?? Number.NaN;
    };
    expect(await left("بنك")).toBeLessThan(await left("Claude"));
    expect(await left("Claude")).toBeLessThan(await left(":"));
  },
);

test.skipIf(noBrowser)("long names and codes leave the window without a scrollbar across", async () => {
  const long = "A service with a name that nobody would give to anything ".repeat(4);
  const { page } = await open({
    state: withMessages([
      message({
        service: long,
        agentName: long,
        from: "x".repeat(200),
        code: "ABCD-EFGH-IJKL",
        body: "y".repeat(900),
      }),
    ]),
    size: { width: 560, height: 420 },
  });
  await page.locator(".message-toggle").click();
  expect(await page.locator("main").evaluate((view) => view.scrollWidth - view.clientWidth)).toBe(0);
  await page.getByRole("button", { name: "I used it" }).click();
});
