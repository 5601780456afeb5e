/** The window that asks, in a browser: what a person, a keyboard and a screen reader find there. */
import { fail } from "@agentpass/shared/problem";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FirstContactQuestion, MessageQuestion, Question } from "../../desktop/src/shared/question.ts";
import { signedIn } from "../support/renderer/app-states.ts";
import { noBrowser, WindowBrowser, type OpenedWindow } from "../support/renderer/opened-window.ts";

let browser: WindowBrowser;
beforeAll(async () => {
  if (!noBrowser) browser = await WindowBrowser.start();
});
afterAll(() => browser?.[Symbol.asyncDispose]());

const message = (more: Partial<MessageQuestion> = {}): MessageQuestion => ({
  kind: "message",
  id: "question-1",
  agentName: "Claude on my laptop",
  policy: "ask",
  phoneNumber: "+15551234567",
  from: "+15557654321",
  service: "GitHub",
  code: "482913",
  body: "Your GitHub verification code is 482913. It is valid for 10 minutes.",
  simulated: false,
  endsAt: Date.now() + 60_000,
  waiting: 0,
  ...more,
});

const program = (more: Partial<FirstContactQuestion> = {}): FirstContactQuestion => ({
  kind: "first_contact",
  id: "question-2",
  claimedName: "claude-code",
  program: "/usr/bin/node (process 4711), started by /usr/bin/claude (process 4700)",
  endsAt: Date.now() + 60_000,
  waiting: 0,
  ...more,
});

interface Asking {
  question: Question | null;
  word?: string;
  scheme?: "light" | "dark";
  refuse?: string;
}

const open = ({ question, word, scheme, refuse }: Asking): Promise<OpenedWindow> =>
  browser.open({
    page: "question.html",
    size: { width: 460, height: 520 },
    state: signedIn(),
    ...(scheme === undefined ? {} : { scheme }),
    calls: {
      "question.get": () => ({ question, word: word ?? null }),
      "question.answer": () => (refuse === undefined ? undefined : fail("conflict", refuse)),
    },
  });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const focused = (page: Page) => page.evaluate<string>("document.activeElement.tagName");
const answers = ({ main }: OpenedWindow) => main.inputsOf("question.answer");

describe.skipIf(noBrowser)("a question about a message", () => {
  test("says who, which number, which service and what would be released", async () => {
    await using window = await open({ question: message({ waiting: 2 }) });
    const dialog = window.page.getByRole("alertdialog", {
      name: "May “Claude on my laptop” have this code?",
    });
    for (const text of [
      "+15551234567",
      "GitHub",
      "482913",
      "+15557654321",
      "unverified",
      "2 more questions wait",
    ])
      expect(await dialog.textContent()).toContain(text);
  });

  test.each([
    ["Deny", "deny"],
    ["Allow once", "allow"],
    ["Allow for GitHub", "allow_service"],
  ])("%s answers %s, for the question that is shown", async (name, decision) => {
    await using window = await open({ question: message() });
    await button(window.page, name).click();
    await expect.poll(() => answers(window)).toEqual([{ id: "question-1", decision }]);
  });

  test("offers no service where none is known, and says when one answer opens the whole number", async () => {
    const { service: _, ...unnamed } = message({ policy: "ask_first" });
    await using window = await open({ question: unnamed });
    const names = await window.page.getByRole("button").allTextContents();
    expect(names).toEqual(["Deny", "Allow for this number"]);
    expect(await window.page.textContent("main")).toContain(
      "further codes for this number are not asked about",
    );
  });

  test("takes nothing that is pressed in its first 700 ms, and that again when the question changes", async () => {
    await using window = await open({ question: message() });
    for (const question of [null, message({ id: "question-3", agentName: "Codex" })]) {
      if (question !== null) {
        await window.main.tell("question", { question, word: null });
        await window.page.getByText("Codex").first().waitFor();
      }
      const disabled = window.page.locator("button:disabled");
      expect(await disabled.count()).toBe(3);
      // Pressed as a person's hand does, not waiting for it to be possible.
      await button(window.page, "Allow once")
        .click({ force: true, noWaitAfter: true })
        .catch(() => {});
      await expect.poll(() => disabled.count(), { timeout: 5_000 }).toBe(0);
    }
    expect(answers(window)).toEqual([]);
  });

  test("is answered by no Enter, Space or Escape before the person has gone to a button", async () => {
    await using window = await open({ question: message() });
    await expect.poll(() => button(window.page, "Deny").isEnabled()).toBe(true);
    expect(await focused(window.page)).toBe("SECTION");
    for (const key of ["Enter", "Space", "Escape"]) await window.page.keyboard.press(key);
    expect(answers(window)).toEqual([]);
    for (const name of ["Deny", "Allow once", "Allow for GitHub"]) {
      await window.page.keyboard.press("Tab");
      expect(await window.page.evaluate<string>("document.activeElement.textContent")).toBe(name);
    }
    await window.page.keyboard.press("Enter");
    await expect.poll(() => answers(window)).toEqual([{ id: "question-1", decision: "allow_service" }]);
  });

  test("takes the focus from the answers of the one before", async () => {
    await using window = await open({ question: message() });
    await expect.poll(() => button(window.page, "Deny").isEnabled()).toBe(true);
    await button(window.page, "Allow once").focus();
    const next = message({ id: "question-3", agentName: "Codex" });
    await window.main.tell("question", { question: next, word: "The one before is over." });
    await expect.poll(() => button(window.page, "Allow once").isEnabled()).toBe(true);
    await window.page.getByText("The one before is over.").waitFor();
    expect(await focused(window.page)).toBe("SECTION");
    await window.page.keyboard.press("Enter");
    expect(answers(window)).toEqual([]);
  });

  test("stays, and says why, where an answer did not count", async () => {
    await using window = await open({ question: message(), refuse: "The server cannot be reached now." });
    await button(window.page, "Allow once").click();
    await window.page.getByRole("alert").getByText("The server cannot be reached now.").waitFor();
    expect(await button(window.page, "Deny").isEnabled()).toBe(true);
  });

  test("shows text from outside as text", async () => {
    const body = "<img src=x onerror=alert(1)>‮ code";
    await using window = await open({ question: message({ body, agentName: "<b>x</b>" }) });
    expect(await window.page.locator("bdi", { hasText: "<img src=x" }).count()).toBe(1);
    expect(await window.page.locator("img, b").count()).toBe(0);
  });
});

describe.skipIf(noBrowser)("a question about a program", () => {
  test("shows its name as a claim, and lets it in only under a name of the person's own", async () => {
    await using window = await open({ question: program() });
    const text = await window.page.textContent("main");
    expect(text).toContain("claude-code (its own claim, unverified)");
    expect(text).toContain("/usr/bin/claude");
    const name = window.page.getByLabel("What do you call it?");
    expect(await name.inputValue()).toBe("");
    await expect.poll(() => button(window.page, "Deny").isEnabled()).toBe(true);
    expect(await button(window.page, "Allow").isEnabled()).toBe(false);
    await name.fill("  Claude on my laptop ");
    await name.press("Enter");
    expect(answers(window)).toEqual([]);
    await button(window.page, "Allow").click();
    await expect
      .poll(() => answers(window))
      .toEqual([
        { id: "question-2", decision: "allow_program", name: "Claude on my laptop", policy: "ask_first" },
      ]);
  });

  test("lets the person choose when to be asked", async () => {
    await using window = await open({ question: program() });
    await window.page.getByLabel("What do you call it?").fill("Codex");
    await window.page.getByLabel("at each code").check();
    await button(window.page, "Allow").click();
    await expect.poll(() => answers(window)).toMatchObject([{ policy: "ask" }]);
  });
});

test.skipIf(noBrowser)("a window without a question tells what became of the last", async () => {
  await using window = await open({ question: null, word: "Nobody answered in time." });
  await window.page.getByText("Nobody answered in time.").waitFor();
  expect(await window.page.getByRole("button").count()).toBe(0);
});

describe.skipIf(noBrowser).each(["light", "dark"] as const)("in %s colours", (scheme) => {
  test.each([
    ["question-message", message({ waiting: 1 })],
    ["question-number", message({ policy: "ask_first" })],
    ["question-program", program()],
  ] as const)("%s has nothing that axe finds wrong, and fits", async (name, question) => {
    await using window = await open({ question, scheme });
    await expect.poll(() => button(window.page, "Deny").isEnabled()).toBe(true);
    await window.screenshot(`${name}-${scheme}`);
    expect(await window.accessibilityProblems()).toEqual([]);
    expect(window.errors).toEqual([]);
    const overflow =
      "[...document.querySelectorAll('main, .question-about')].some((part) => part.scrollHeight > part.clientHeight + 1)";
    expect(await window.page.evaluate(overflow)).toBe(false);
  });
});
