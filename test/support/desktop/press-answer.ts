import type { Page } from "playwright-core";

/**
 * Clicks a button of the window that asks, once it counts (within 20 s, or it throws). An answer closes that window,
 * often before Playwright hears that it has clicked: whether the answer arrived is for the test to see.
 */
export async function pressAnswer(question: Page, name: string): Promise<void> {
  const button = question.getByRole("button", { name, exact: true });
  await button.click({ timeout: 20_000 }).catch((error: Error) => {
    if (!error.message.includes("has been closed")) throw error;
  });
}
