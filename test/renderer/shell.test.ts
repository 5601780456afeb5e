import { expect, test } from "vitest";
import { message, signedIn, signedOut, withMessages } from "../support/renderer/app-states.ts";
import { noBrowser } from "../support/renderer/opened-window.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

const offline = (problem: { code: "unavailable"; message: string } | null = null) => ({
  state: "reconnecting" as const,
  retryAt: Date.now() + 8_000,
  offlineSince: Date.now() - 120_000,
  problem,
});

test.skipIf(noBrowser)("the connection is told in words in every state", async () => {
  const { page, main } = await open({ state: signedIn() });
  const connection = page.getByRole("region", { name: "Connection" });
  await connection.getByText("Connected").waitFor();
  await main.show(signedIn({ connection: { state: "connecting" } }));
  await connection.getByText("Connecting …").waitFor();
  await main.show(signedIn({ connection: offline() }));
  await connection.getByText("Offline since").waitFor();
  await connection.getByText(/Next try in \d s/).waitFor();
  await connection.getByRole("button", { name: "Try now" }).click();
  await expect.poll(() => main.inputsOf("connection.retry")).toHaveLength(1);
  await main.show(
    signedIn({ connection: offline({ code: "unavailable", message: "The certificate ran out." }) }),
  );
  await page.getByText("The certificate ran out.").waitFor();
});

test.skipIf(noBrowser)(
  "a device that is refused is told why and pairs again with the same server",
  async () => {
    const problem = { code: "not_signed_in" as const, message: "This device's key was revoked." };
    const { page, main } = await open({ state: signedIn({ connection: { state: "refused", problem } }) });
    await page.getByText(problem.message).waitFor();
    await page.getByRole("button", { name: "Pair again" }).click();
    await expect.poll(() => main.inputsOf("pairing.begin")).toEqual([{ server: "http://127.0.0.1:3846" }]);
  },
);

test.skipIf(noBrowser)("an app that is too old says so", async () => {
  const problem = { code: "outdated" as const, message: "Update AgentPass to 0.3." };
  const { page } = await open({
    state: signedIn({ connection: { state: "outdated", who: "app", problem } }),
  });
  await page.getByText("Update needed").waitFor();
  await expect.poll(() => page.getByText(problem.message).isVisible()).toBe(true);
});

test.skipIf(noBrowser)("open questions, a pause and notices stand above every view", async () => {
  const { page, main } = await open({
    state: signedIn({
      openQuestions: 2,
      settings: { ...signedIn().settings, paused: true },
      notices: [{ id: "keyring", text: "There is no keyring: you are asked to pair again after a restart." }],
    }),
  });
  await page.getByText("There is no keyring").waitFor();
  await page.getByRole("button", { name: "Answer" }).click();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => main.inputsOf("questions.show")).toHaveLength(1);
  await expect.poll(() => main.inputsOf("settings.change")).toEqual([{ paused: false }]);
});

test.skipIf(noBrowser)("Ctrl and a digit go from view to view", async () => {
  const { page } = await open({ state: signedIn() });
  for (const [key, title] of [
    ["2", "Agents"],
    ["3", "Team"],
    ["4", "Settings"],
    ["1", "Inbox"],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await page.locator("[aria-current=page]").textContent()).toBe(title);
  }
});

test.skipIf(noBrowser)(
  "a member has no team view, and one who is no admin any more is led out of it",
  async () => {
    const account = signedIn().account;
    const { page, main } = await open({ state: signedIn() });
    await page.keyboard.press("Control+3");
    await page.getByRole("heading", { level: 1, name: "Team" }).waitFor();
    await main.show(signedIn({ account: account && { ...account, role: "member" } }));
    await page.getByRole("heading", { level: 1, name: "Inbox" }).waitFor();
    expect(await page.getByRole("button", { name: "Team" }).count()).toBe(0);
    await page.keyboard.press("Control+3");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  },
);

test.skipIf(noBrowser)("main sends the person to a message, which opens with the focus on it", async () => {
  const asked = message({ service: "Stripe" });
  const { page, main } = await open({ state: withMessages([message(), asked]) });
  await page.keyboard.press("Control+4");
  await main.tell("navigate", { view: "inbox", messageId: asked.id });
  const toggle = page.getByRole("button", { name: "Stripe", exact: true });
  await expect.poll(() => toggle.getAttribute("aria-expanded")).toBe("true");
  await expect.poll(() => toggle.evaluate((element) => element.matches(":focus"))).toBe(true);
});

test.skipIf(noBrowser)(
  "signing out leads to the pairing screen, and signing in from there to the inbox",
  async () => {
    const { page, main } = await open({ state: signedIn() });
    await main.show(signedOut());
    await page.getByRole("heading", { name: "Pair AgentPass with your team" }).waitFor();
    await main.show(signedIn());
    await expect.poll(() => page.getByRole("heading", { level: 1, name: "Inbox" }).isVisible()).toBe(true);
  },
);

test.skipIf(noBrowser)("without motion wished for, nothing fades", async () => {
  const { page } = await open({ state: signedIn(), reducedMotion: "reduce" });
  await page.keyboard.press("Control+4");
  const duration = await page.evaluate(
    "getComputedStyle(document.querySelector('.button')).transitionDuration",
  );
  expect(duration).toBe("0s");
});
