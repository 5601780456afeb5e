/** The sign-up site in a browser: what a person, a keyboard and a screen reader find there. */
import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSignUpSite, type SignUpSite } from "../../server/src/cli/sign-up-site/site.ts";

const found = inject("browser");
const noBrowser = "missing" in found;
let browser: Browser;
let site: SignUpSite;
let lastText = "";

beforeAll(async () => {
  if ("missing" in found) return;
  // Chromium's sandbox refuses root.
  const chromiumSandbox = process.getuid?.() !== 0;
  browser = await chromium.launch({
    executablePath: found.executable,
    chromiumSandbox,
    args: ["--disable-gpu"],
  });
  site = await startSignUpSite(0, async ({ body }) => {
    lastText = body;
    return null;
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
});

/** What axe finds wrong, and whether the page has to be moved sideways to be read. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const run = "axe.run(document).then(({ violations }) => violations.map(({ id }) => id))";
  const wide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth");
  return [...(await page.evaluate<string[]>(run)), ...(wide ? ["wider than the window"] : [])];
}

describe.skipIf(noBrowser)("the sign-up site", () => {
  test.each(["light", "dark"] as const)(
    "takes a person through on a small %s screen",
    async (colorScheme) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        colorScheme,
        // As a tester's axe has to be run; the site itself loads no script.
        bypassCSP: true,
      });
      const page = await context.newPage();
      const shot = async (name: string): Promise<void> => {
        const folder = process.env["AGENTPASS_SCREENSHOTS"];
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/sign-up-${name}-${colorScheme}.png` });
      };
      await page.goto(site.url);
      expect(await problems(page)).toEqual([]);
      await shot("details");

      await page.getByLabel("Your name").fill("Ada");
      await page.getByLabel("Phone number").fill("123");
      await page.keyboard.press("Enter");
      const phone = page.getByLabel("Phone number");
      await page.getByText("is not a phone number").waitFor();
      expect(await phone.getAttribute("aria-describedby")).toBe("phone-hint phone-error");
      expect(await page.evaluate<string>("document.activeElement.id")).toBe("phone");
      expect(await page.title()).toMatch(/^Error: /);
      expect(await problems(page)).toEqual([]);
      await shot("error");

      await phone.fill("+15551234567");
      await page.getByRole("button", { name: "Send me a code" }).click();
      await page.getByRole("heading", { name: "Enter your code" }).waitFor();
      expect(await problems(page)).toEqual([]);
      await shot("code");
      await page.getByRole("button", { name: "Send a new code" }).click();
      await page.getByText("A code was sent a moment ago").waitFor();

      await page.getByLabel("Verification code").fill(/\d{6}/.exec(lastText)?.[0] ?? "");
      await page.getByRole("button", { name: "Create account" }).click();
      await page.getByRole("heading", { name: "Account created" }).waitFor();
      expect(await problems(page)).toEqual([]);
      await context.close();
    },
  );

  test("is shown without a breach of its own content policy", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
    await page.goto(site.url);
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Phone number").fill("+15551234567");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByRole("heading", { name: "Enter your code" }).waitFor();
    expect(await page.evaluate<string>("getComputedStyle(document.querySelector('main')).borderRadius")).toBe(
      "16px",
    );
    expect(errors.filter((text) => !text.includes("favicon"))).toEqual([]);
    await page.close();
  });
});
