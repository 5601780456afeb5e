import { describe, expect, test } from "vitest";
import type { AppState, InboxMessage } from "../../shared/app-state.ts";
import { settingsSchema } from "../../shared/settings.ts";
import { menuTemplate } from "./menu-template.ts";

const time = (at: number): string => new Date(at).toISOString().slice(11, 16);
const at = (clock: string): number => Date.parse(`2026-11-22T${clock}:00Z`);

const signedOut: AppState = {
  app: {
    version: "0.1.0",
    platform: "linux",
    home: "/home/ada",
    hasTray: true,
    bridge: { command: "node", args: [], env: {} },
    installers: [],
  },
  account: null,
  connection: { state: "signed_out" },
  pairing: { step: "none" },
  inbox: { status: "loading", problem: null, messages: [], hasOlder: false },
  openQuestions: 0,
  teamVersion: 0,
  decisions: [],
  localAgents: [],
  deniedPrograms: [],
  clockOffsetMs: 0,
  settings: settingsSchema.parse({}),
  notices: [],
};
const connected: AppState = {
  ...signedOut,
  account: {
    server: "http://127.0.0.1:3846",
    team: "Acme",
    memberName: "Ann",
    role: "owner",
    deviceName: "laptop",
    mode: "mock",
  },
  connection: { state: "connected", since: at("09:00") },
  inbox: { ...signedOut.inbox, status: "ready" },
};

function github(change: Partial<InboxMessage> = {}): InboxMessage {
  return {
    id: "SM1",
    from: "+12025550123",
    to: "+15551234567",
    service: "GitHub",
    code: "482913",
    receivedAt: at("14:22"),
    expiresAt: at("14:32"),
    state: "available",
    simulated: false,
    ...change,
  };
}

function menu(state: Partial<AppState>, copiedId: string | null = null): string[] {
  const items = menuTemplate({ state: { ...connected, ...state }, copiedId, time });
  return items.map((item) => (item === "separator" ? "-" : item.label));
}

const inbox = (...messages: InboxMessage[]): Partial<AppState> => ({
  inbox: { ...connected.inbox, messages },
});

describe("the tray's menu", () => {
  test("of somebody who has not paired yet", () => {
    expect(menu(signedOut)).toEqual([
      "Not paired with a server",
      "Pair this computer…",
      "-",
      "Open AgentPass",
      "-",
      "Quit",
    ]);
  });

  test("with nothing to show", () => {
    expect(menu({})).toEqual([
      "Connected to Acme",
      "-",
      "No codes right now",
      "-",
      "Pause",
      "Open AgentPass",
      "-",
      "Quit",
    ]);
  });

  test("shows a code with its service and its end, and a click copies it", () => {
    const items = menuTemplate({ state: { ...connected, ...inbox(github()) }, copiedId: null, time });
    expect(items).toContainEqual({ label: "GitHub  482913  until 14:32", action: { do: "copy", id: "SM1" } });
  });

  test("says that a code was copied, was used, or is simulated", () => {
    expect(menu(inbox(github()), "SM1")).toContain("GitHub  482913  copied");
    expect(menu(inbox(github({ state: "consumed" })))).toContain("GitHub  482913  used");
    expect(menu(inbox(github({ simulated: true })))).toContain("GitHub  482913  until 14:32  (simulated)");
  });

  test("names the sender where no service is known", () => {
    const { service: _, ...nameless } = github();
    expect(menu(inbox(nameless))).toContain("+12025550123  482913  until 14:32");
  });

  test("shows the newest five that are of use", () => {
    const { code: _, ...codeless } = github({ id: "none" });
    const over = (["superseded", "expired", "provider_blocked", "held"] as const).map((state) =>
      github({ id: state, state, code: "111111" }),
    );
    const many = [1, 2, 3, 4, 5, 6].map((count) => github({ id: `SM${count}`, code: `48291${count}` }));
    const shown = menu(inbox(codeless, ...over, ...many)).filter((label) => label.startsWith("GitHub"));
    expect(shown.map((label) => label.split("  ")[1])).toEqual([
      "482911",
      "482912",
      "482913",
      "482914",
      "482915",
    ]);
  });

  test("says what waits for an answer, and hides its code", () => {
    const { code: _, ...held } = github({ state: "held", agentName: "Claude Code" });
    const state = { ...inbox(held), openQuestions: 1 };
    expect(menu(state)).toContain("Claude Code asks for a code from GitHub…");
    expect(menu({ openQuestions: 1 })).toContain("A request waits for your answer…");
    expect(menu({ ...state, openQuestions: 3 })).toContain("3 requests wait for your answer…");
  });

  test("keeps the codes in sight while the server is away", () => {
    const away = {
      state: "reconnecting",
      retryAt: at("14:30"),
      offlineSince: at("14:28"),
      problem: null,
    } as const;
    const shown = menu({ connection: away, ...inbox(github()) });
    expect(shown[0]).toBe("Offline since 14:28, reconnecting…");
    expect(shown).toContain("GitHub  482913  until 14:32");
  });

  test("resumes what was paused", () => {
    const shown = menu({ settings: { ...connected.settings, paused: true } });
    expect(shown).toContain("Paused");
    expect(shown).toContain("Resume");
  });

  test.each([
    ["refused", "Signed out by the server"],
    ["outdated", "AgentPass must be updated"],
  ] as const)("a connection that is %s says what to do", (state, line) => {
    const problem = { code: "not_signed_in", message: "" } as const;
    const connection = state === "refused" ? { state, problem } : { state, who: "app" as const, problem };
    expect(menu({ connection })[0]).toBe(line);
  });

  test.each([
    ["contacting", "Pairing this computer…"],
    ["waiting", "Pairing: waiting for an admin…"],
  ] as const)("a pairing that is %s is told", (step, line) => {
    const server = "https://sms.example.com";
    const pairing =
      step === "contacting"
        ? { step, server }
        : { step, server, userCode: "ABCD-EFGH", url: `${server}/pair`, expiresAt: at("15:00") };
    expect(menu({ ...signedOut, pairing })).toContain(line);
  });
});
