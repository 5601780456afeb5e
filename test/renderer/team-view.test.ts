import type { TeamCall } from "../../desktop/src/shared/team-calls.ts";
import { fail } from "@agentpass/shared/problem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../support/renderer/app-states.ts";
import { noBrowser, WindowBrowser, type OpenedWindow } from "../support/renderer/opened-window.ts";
import { numbers, playedTeam, poolNumber } from "../support/renderer/played-team.ts";
import type { PlayedTeam } from "../support/renderer/played-main.ts";

const parts = ["Pool", "Leases", "People", "Agents", "Usage", "Audit", "Settings"] as const;
type Part = (typeof parts)[number];

describe.skipIf(noBrowser)("the team view", () => {
  let browser: WindowBrowser;
  beforeAll(async () => {
    browser = await WindowBrowser.start();
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
  });

  async function open(team: PlayedTeam, part: Part = "Pool", scheme: "light" | "dark" = "light") {
    const window = await browser.open({ state: signedIn(), team, scheme });
    await window.page.getByRole("button", { name: "Team", exact: true }).click();
    await window.page.getByRole("tab", { name: part }).click();
    return window;
  }

  /** What was asked of the server by this name. */
  const asked = (window: OpenedWindow, procedure: TeamCall): unknown[] =>
    window.main
      .inputsOf("team.call")
      .map((call) => call as { procedure: string; input?: unknown })
      .filter((call) => call.procedure === procedure)
      .map(({ input }) => input);

  test.each(["light", "dark"] as const)("every part can be read by everybody, %s", async (scheme) => {
    await using window = await open(playedTeam(), "Pool", scheme);
    const { page } = window;
    for (const part of parts) {
      await page.getByRole("tab", { name: part }).click();
      await expect.poll(() => page.getByText("Loading").count()).toBe(0);
      await window.screenshot(`team-${part.toLowerCase()}-${scheme}`);
      expect([part, await window.accessibilityProblems()]).toEqual([part, []]);
    }
    await page.getByRole("tab", { name: "Pool" }).click();
    await page.getByRole("button", { name: "Details +14155550100" }).click();
    await page.getByRole("heading", { name: "Shared with" }).waitFor();
    await window.screenshot(`team-number-${scheme}`);
    expect(await window.accessibilityProblems()).toEqual([]);
    await page.getByRole("button", { name: "Give back +14155550100" }).click();
    await window.screenshot(`team-give-back-${scheme}`);
    expect(await window.accessibilityProblems()).toEqual([]);
  });

  test("the arrow keys, Home and End walk along the parts", async () => {
    await using window = await open(playedTeam());
    const { page } = window;
    await page.getByRole("tab", { name: "Pool" }).focus();
    const chosen = (): Promise<string | null> => page.locator("[role=tab][aria-selected=true]").textContent();
    await page.keyboard.press("ArrowRight");
    expect(await chosen()).toBe("Leases");
    await page.keyboard.press("End");
    expect(await chosen()).toBe("Settings");
    await page.keyboard.press("ArrowRight");
    expect(await chosen()).toBe("Pool");
    await page.keyboard.press("Home");
    expect(await page.locator(":focus").textContent()).toBe("Pool");
  });

  test("a number is suspended only after it was said whose lease ends, and only as it was seen", async () => {
    const [held] = numbers;
    await using window = await open(
      playedTeam({
        "number.suspend": () => ({
          ...(held ?? poolNumber(0)),
          state: "suspended",
          endedLeaseOf: "Claude on my laptop",
        }),
      }),
    );
    const { page } = window;
    await page.getByRole("button", { name: "Details +14155550100" }).click();
    await page.getByRole("button", { name: "Suspend +14155550100" }).click();
    const question = page.getByRole("dialog", { name: "Suspend +14155550100?" });
    expect(await question.textContent()).toContain('The agent "Claude on my laptop" holds it');
    // No default: Enter does not do it.
    expect(await page.locator(":focus").textContent()).toBe("Cancel");
    await page.keyboard.press("Enter");
    await question.waitFor({ state: "hidden" });
    expect(asked(window, "number.suspend")).toEqual([]);

    await page.getByRole("button", { name: "Suspend +14155550100" }).click();
    await question.getByRole("button", { name: "Suspend" }).click();
    await expect
      .poll(() => page.locator(".team-said").textContent())
      .toBe('+14155550100 is suspended now. The lease of "Claude on my laptop" has ended.');
    expect(asked(window, "number.suspend")).toEqual([{ phoneNumber: "+14155550100", ifState: "leased" }]);
  });

  test("what the server refuses stands in the question, which stays open", async () => {
    const refusal = "phoneNumber: +14155550104 is leased, not suspended any more; look again.";
    await using window = await open(playedTeam({ "number.retire": () => fail("conflict", refusal) }));
    const { page } = window;
    await page.getByRole("button", { name: "Details +14155550104" }).click();
    await page.getByRole("button", { name: "Retire +14155550104" }).click();
    const question = page.getByRole("dialog", { name: "Retire +14155550104?" });
    await question.getByRole("button", { name: "Retire" }).click();
    await expect.poll(() => question.getByRole("alert").textContent()).toBe(refusal);
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "hidden" });
    expect(await page.getByRole("dialog", { name: "+14155550104" }).isVisible()).toBe(true);
  });

  test("only what a number's state and provider allow is offered", async () => {
    await using window = await open(playedTeam());
    const { page } = window;
    const offered = async (phoneNumber: string): Promise<string[]> => {
      await page.getByRole("button", { name: `Details ${phoneNumber}` }).click();
      const sheet = page.getByRole("dialog", { name: phoneNumber });
      await sheet.getByRole("heading", { name: "Shared with" }).waitFor();
      const names = await sheet.locator(".number-deeds button").allTextContents();
      await page.keyboard.press("Escape");
      return names;
    };
    expect(await offered("+14155550103")).toEqual(["End rest", "Suspend", "Retire", "Give back"]);
    expect(await offered("+14155550105")).toEqual([]);
    expect(await offered("+14155550106")).toEqual(["Suspend", "Let rest", "Retire"]);
  });

  test("a number is bought only after its price was said", async () => {
    await using window = await open(
      playedTeam({ "number.provision": () => ({ status: "pending", purchaseId: "1" }) }),
    );
    const { page } = window;
    await page.getByRole("button", { name: "Buy a number" }).click();
    const form = page.getByRole("dialog", { name: "Buy a number" });
    await expect.poll(() => form.textContent()).toContain("about $1.15 by the price in the team's settings");
    await form.getByLabel("Area code").fill("1");
    await form.getByRole("button", { name: "Buy" }).click();
    expect(await form.getByRole("alert").textContent()).toContain("three digits");
    await form.getByLabel("Area code").fill("415");
    await form.getByRole("button", { name: "Buy" }).click();
    await expect.poll(() => page.locator(".team-said").textContent()).toContain("The purchase goes on");
    expect(asked(window, "number.provision")).toEqual([{ country: "US", areaCode: 415 }]);
  });

  test("a device is let in only after it was shown, for the member that is chosen", async () => {
    const device = {
      deviceName: "grace-desktop",
      platform: "darwin",
      address: "10.0.0.7",
      startedAt: Date.now() - 5_000,
      expiresAt: Date.now() + 500_000,
    };
    await using window = await open(
      playedTeam({
        "pairing.look": () => device,
        "pairing.approve": () => ({ ...device, memberId: "member-grace", memberName: "Grace" }),
      }),
      "People",
    );
    const { page } = window;
    await page.getByLabel("Code", { exact: true }).fill("WDJB-M1HT");
    await page.getByRole("button", { name: "Show the device" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("eight letters");
    expect(asked(window, "pairing.look")).toEqual([]);

    await page.getByLabel("Code", { exact: true }).fill("wdjb mjht");
    await page.getByLabel("Code", { exact: true }).press("Enter");
    const shown = page.getByRole("group", { name: "Device" });
    await shown.waitFor();
    for (const fact of ["WDJB-MJHT", "grace-desktop", "darwin", "10.0.0.7"])
      expect(await shown.textContent()).toContain(fact);
    await window.screenshot("team-let-in-light");
    expect(await window.accessibilityProblems()).toEqual([]);
    await shown.getByLabel("It will be a device of").selectOption("Grace");
    await shown.getByRole("button", { name: "Let in" }).click();
    await expect
      .poll(() => page.locator(".team-said").textContent())
      .toBe('"grace-desktop" is let in as a device of Grace.');
    expect(asked(window, "pairing.approve")).toEqual([{ userCode: "WDJBMJHT", member: "member-grace" }]);
  });

  test("an invitation's link is shown this once, to be copied", async () => {
    const link = "http://127.0.0.1:3846/pair/abc";
    await using window = await open(
      playedTeam({
        "invitation.create": () => ({
          id: "invitation-2",
          name: "Edsger",
          role: "admin",
          state: "open",
          invitedBy: "Ada",
          createdAt: Date.now(),
          expiresAt: Date.now() + 600_000,
          link,
        }),
      }),
      "People",
    );
    const { page } = window;
    await page.getByRole("button", { name: "Invite" }).click();
    const form = page.getByRole("dialog", { name: "Invite a person" });
    await form.getByRole("button", { name: "Make a link" }).click();
    expect(await form.getByRole("alert").textContent()).toBe("Give the person a name.");
    await form.getByLabel("Name").fill("Edsger");
    await form.getByLabel("Role").selectOption("Admin");
    await form.getByRole("button", { name: "Make a link" }).click();
    await page.getByText(link).waitFor();
    expect(asked(window, "invitation.create")).toEqual([{ name: "Edsger", role: "admin" }]);
    await page.getByRole("button", { name: "Done" }).click();
    expect(await page.getByText(link).count()).toBe(0);
  });

  test("removing a member says what goes with it; oneself is not offered", async () => {
    await using window = await open(playedTeam(), "People");
    const { page } = window;
    expect(await page.getByRole("button", { name: "Remove Ada", exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "Remove Alan" }).click();
    const question = page.getByRole("dialog", { name: "Remove Alan from the team?" });
    expect(await question.textContent()).toContain("no devices, 2 agents, and all their keys");
  });

  test("a shorter keeping of texts is warned of before it is saved", async () => {
    await using window = await open(playedTeam({ "settings.set": () => ({ changed: [] }) }), "Settings");
    const { page } = window;
    await page.getByRole("button", { name: "Change: Texts are kept for" }).click();
    const form = page.getByRole("dialog", { name: "Texts are kept for" });
    expect(await form.getByRole("alert").count()).toBe(0);
    await form.getByLabel("Texts are kept for", { exact: true }).fill("2");
    expect(await form.getByRole("alert").textContent()).toContain(
      "Texts are erased after 2 hours instead of 24 hours",
    );
    await form.getByRole("button", { name: "Save" }).click();
    await expect
      .poll(() => asked(window, "settings.set"))
      .toEqual([{ change: { bodyRetentionMs: 7_200_000 } }]);
  });

  test("the verified record's fault is named, found on its second part", async () => {
    const answers = [
      { checked: 500, last: 500, head: 900, knownHeads: 0, done: false, fault: null },
      {
        checked: 100,
        last: 600,
        head: 900,
        knownHeads: 0,
        done: false,
        fault: { seq: 600, fault: "its text was changed" },
      },
    ];
    await using window = await open(
      playedTeam({ "audit.verify": () => answers.shift() ?? fail("conflict", "asked too often") }),
      "Audit",
    );
    await window.page.getByRole("button", { name: "Verify the record" }).click();
    await expect
      .poll(() => window.page.locator(".banner").allTextContents())
      .toEqual([expect.stringContaining("Entry 600: its text was changed.")]);
    expect(asked(window, "audit.verify")).toEqual([{ after: 0 }, { after: 500 }]);
  });

  test("entries are filtered as people type, and read page by page", async () => {
    await using window = await open(
      playedTeam({
        "audit.list": (input) =>
          (input as { before?: number }).before === undefined
            ? { entries: [], nextBefore: 40 }
            : { entries: [] },
      }),
      "Audit",
    );
    const { page } = window;
    await page.getByRole("button", { name: "Next" }).click();
    await expect.poll(() => asked(window, "audit.list").at(-1)).toEqual({ before: 40 });
    await page.getByLabel("What", { exact: true }).fill("Number: quarantine lifted");
    await expect
      .poll(() => asked(window, "audit.list").at(-1))
      .toEqual({ action: "number.quarantine_lifted" });
  });

  test("charts come with the same in figures, for 7 and for 30 days", async () => {
    await using window = await open(playedTeam(), "Usage");
    const { page } = window;
    await page.getByRole("img", { name: /messages, \d+ of them with a code/ }).waitFor();
    await page.getByText("These days as a table").click();
    const rows = page.getByRole("table", { name: "Usage by day" }).getByRole("row");
    expect(await rows.count()).toBe(8);
    await page.getByLabel("Days (in UTC)").selectOption("Last 30 days");
    await expect.poll(() => page.locator(".chart-wide .chart-place").count()).toBe(30);
    expect(await window.accessibilityProblems()).toEqual([]);
  });

  test("a part without anything says so, and what would fill it", async () => {
    const nothing = playedTeam({
      "number.list": () => ({ numbers: [] }),
      "lease.list": () => ({ leases: [] }),
      "agent.list": () => [],
      "invitation.list": () => [],
      "audit.list": () => ({ entries: [] }),
    });
    await using window = await open(nothing);
    const { page } = window;
    const says = {
      Pool: "The pool holds no number",
      Leases: "No number is leased",
      People: "Nobody was invited yet",
      Agents: "No agents yet",
      Audit: "The record is empty",
    };
    for (const [part, words] of Object.entries(says)) {
      await page.getByRole("tab", { name: part }).click();
      await page.getByText(words).waitFor();
    }
    expect(await window.accessibilityProblems()).toEqual([]);
  });

  test("a part that fails says why, and is asked for again on demand", async () => {
    let away = true;
    await using window = await open(
      playedTeam({
        "lease.list": () =>
          away ? fail("unavailable", "The server cannot be reached; try again in a moment.") : { leases: [] },
      }),
      "Leases",
    );
    const { page } = window;
    await page.getByText("The server cannot be reached").waitFor();
    away = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.getByRole("tabpanel").textContent()).toContain("No number is leased");
  });

  test("offline says so, keeps what was there and lets nothing be changed", async () => {
    await using window = await open(playedTeam(), "Leases");
    const { page } = window;
    await page.getByRole("button", { name: "End lease of +14155550100" }).waitFor();
    const connection = {
      state: "reconnecting",
      retryAt: Date.now() + 60_000,
      offlineSince: Date.now(),
    } as const;
    await window.main.show(signedIn({ connection: { ...connection, problem: null } }));
    await page.getByText("Not connected: what you see may be out of date").waitFor();
    const end = page.getByRole("button", { name: "End lease of +14155550100" });
    expect(await end.getAttribute("aria-disabled")).toBe("true");
    await end.press("Enter");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("what was changed elsewhere shows by itself", async () => {
    let leased = true;
    await using window = await open(
      playedTeam({
        "number.list": () => ({ numbers: [poolNumber(0, { state: leased ? "leased" : "available" })] }),
      }),
    );
    const row = window.page.getByRole("row", { name: /\+14155550100/ });
    await expect.poll(() => row.textContent()).toContain("Leased");
    leased = false;
    await window.main.show(signedIn({ teamVersion: 1 }));
    await expect.poll(() => row.textContent()).toContain("Available");
  });
});
