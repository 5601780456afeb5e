import { ProblemError } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import { signedIn, signedOut } from "../support/renderer/app-states.ts";
import { noBrowser } from "../support/renderer/opened-window.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();

test.skipIf(noBrowser)(
  "the first screen takes an address, and asks for one where there is none",
  async () => {
    const { page, main } = await open({ state: signedOut() });
    const field = page.getByLabel("Server address or invitation");
    expect(await field.evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Paste the server's address").waitFor();
    expect(main.inputsOf("pairing.begin")).toEqual([]);
    await field.fill("  https://agentpass.example.com/pair/ABCD  ");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => main.inputsOf("pairing.begin"))
      .toEqual([{ server: "https://agentpass.example.com/pair/ABCD" }]);
  },
);

test.skipIf(noBrowser)("an address that is none is told beside the field", async () => {
  const problem = { code: "invalid_input" as const, message: "“nowhere” is no address. Write https://…" };
  const { page } = await open({
    state: signedOut(),
    calls: {
      "pairing.begin": () => {
        throw new ProblemError(problem);
      },
    },
  });
  const field = page.getByLabel("Server address or invitation");
  await field.fill("nowhere");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText(problem.message).waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
});

test.skipIf(noBrowser)(
  "a link shows the server's host and what it replaces, and waits for a yes",
  async () => {
    const { page, main } = await open({
      state: signedIn({
        pairing: {
          step: "confirm",
          server: "https://other.example.com:8443/agentpass",
          how: "link",
          replaces: "http://127.0.0.1:3846",
        },
      }),
    });
    await page.getByRole("heading", { name: "Pair with other.example.com:8443?" }).waitFor();
    await page.getByText("This computer is paired with 127.0.0.1:3846.").waitFor();
    expect(main.calls.filter(({ name }) => name.startsWith("pairing."))).toEqual([]);
    await page.getByRole("button", { name: "Pair", exact: true }).click();
    await expect.poll(() => main.inputsOf("pairing.confirm")).toHaveLength(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => main.inputsOf("pairing.cancel")).toHaveLength(1);
  },
);

test.skipIf(noBrowser)(
  "while an admin is waited for, the code and the page are shown, and how long they hold",
  async () => {
    const waiting = {
      step: "waiting" as const,
      server: "https://agentpass.example.com",
      userCode: "WDJB-MJHT",
      url: "https://agentpass.example.com/pair",
      expiresAt: Date.now() + 600_000,
    };
    const { page, main } = await open({ state: signedOut({ step: "contacting", server: waiting.server }) });
    await page.getByText("Asking agentpass.example.com …").waitFor();
    await main.show(signedOut(waiting));
    const heading = page.getByRole("heading", { name: "An admin has to let you in" });
    await expect.poll(() => heading.evaluate((element) => element.matches(":focus"))).toBe(true);
    const code = page.getByText("WDJB-MJHT");
    expect((await code.boundingBox())?.height).toBeGreaterThan(30);
    await page.getByText(waiting.url, { exact: true }).waitFor();
    await page.getByText(/\(9:5\d left\)/).waitFor();
    await page.getByRole("button", { name: "Open the page" }).click();
    await expect.poll(() => main.inputsOf("app.openPage")).toEqual([{ page: "pairing" }]);
  },
);

test.skipIf(noBrowser)("a failure tells its mend, and tries again what was typed", async () => {
  const { page, main } = await open({ state: signedOut() });
  await page.getByLabel("Server address or invitation").fill("https://agentpass.example.com/pair/ABCD");
  const problem = { code: "unavailable" as const, message: "No server answers there. Check the address." };
  await main.show(signedOut({ step: "failed", server: "https://agentpass.example.com", problem }));
  await page.getByRole("alert").getByText(problem.message).waitFor();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect
    .poll(() => main.inputsOf("pairing.begin"))
    .toEqual([{ server: "https://agentpass.example.com/pair/ABCD" }]);
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect.poll(() => main.inputsOf("pairing.cancel")).toHaveLength(1);
});

test.skipIf(noBrowser)("a revoked device says on the first screen why it is signed out", async () => {
  const problem = { code: "not_signed_in" as const, message: "An admin removed this device." };
  const { page } = await open({ state: { ...signedOut(), connection: { state: "refused", problem } } });
  await expect.poll(() => page.getByText(problem.message).isVisible()).toBe(true);
});
