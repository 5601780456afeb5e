import { expect, test } from "vitest";
import type { AppState } from "../../desktop/src/shared/app-state.ts";
import { everyKind, message, signedIn, signedOut, withMessages } from "../support/renderer/app-states.ts";
import { noBrowser } from "../support/renderer/opened-window.ts";
import { windowOpener } from "../support/renderer/window-opener.ts";

const open = windowOpener();
const problem = { code: "unavailable" as const, message: "The server does not answer. Check that it runs." };
const server = "https://agentpass.example.com";
const inbox = signedIn().inbox;
const offline = { state: "reconnecting" as const, retryAt: Date.now(), offlineSince: Date.now(), problem };
const busy: Partial<AppState> = {
  localAgents: [
    {
      id: "1",
      name: "Claude Code",
      connections: 1,
      createdAt: 0,
      lastSeenAt: Date.now(),
      revoked: false,
      problem: null,
    },
    { id: "2", name: "Codex", connections: 0, createdAt: 0, lastSeenAt: null, revoked: true, problem },
  ],
  deniedPrograms: [{ clientName: "cursor", deniedAt: Date.now() }],
  decisions: [{ at: Date.now(), agentName: "Codex", decision: "deny" }],
  notices: [{ id: "keyring", text: "There is no keyring: you are asked to pair again after a restart." }],
  openQuestions: 1,
  connection: offline,
  settings: { ...signedIn().settings, paused: true },
};

/** Each view in each of its states, with the keys that lead there. */
const places: [name: string, state: AppState, keys: string[]][] = [
  ["pairing: first", signedOut(), []],
  ["pairing: confirm", signedIn({ pairing: { step: "confirm", server, how: "link", replaces: server } }), []],
  ["pairing: contacting", signedOut({ step: "contacting", server }), []],
  [
    "pairing: waiting",
    signedOut({
      step: "waiting",
      server,
      userCode: "WDJB-MJHT",
      url: `${server}/pair`,
      expiresAt: Date.now() + 600_000,
    }),
    [],
  ],
  ["pairing: failed", signedOut({ step: "failed", server, problem }), []],
  ["inbox: loading", signedIn({ inbox: { ...inbox, status: "loading" } }), []],
  ["inbox: failed", signedIn({ inbox: { ...inbox, status: "failed", problem } }), []],
  ["inbox: empty", signedIn(), []],
  ["inbox: full", withMessages(everyKind()), ["/", "Escape", "Tab", "Tab", "Tab", "ArrowDown", "Enter"]],
  ["inbox: offline", withMessages([message()], busy), []],
  ["agents: empty", signedIn(), ["Control+2"]],
  ["agents: full", signedIn(busy), ["Control+2"]],
  ["settings", signedIn(busy), ["Control+4"]],
];

for (const scheme of ["light", "dark"] as const)
  test.skipIf(noBrowser).each(places)(`axe finds nothing wrong, ${scheme}: %s`, async (name, state, keys) => {
    const window = await open({ state, scheme });
    for (const key of keys) await window.page.keyboard.press(key);
    expect(await window.accessibilityProblems()).toEqual([]);
    await window.screenshot(`${name.replaceAll(/\W+/g, "-")}-${scheme}`);
  });

test.skipIf(noBrowser).each(places)(
  "nothing is cut off in the smallest window: %s",
  async (name, state, keys) => {
    const window = await open({ state, size: { width: 560, height: 420 } });
    for (const key of keys) await window.page.keyboard.press(key);
    const across = await window.page.evaluate(
      "[document.documentElement, document.querySelector('main')].map((box) => box.scrollWidth - box.clientWidth)",
    );
    expect(across).toEqual([0, 0]);
    await window.screenshot(`${name.replaceAll(/\W+/g, "-")}-small`);
  },
);
