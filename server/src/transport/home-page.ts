import { Router } from "express";
import type { Mode } from "../config/config.ts";
import { escapeHtml, sendPage } from "./html-page.ts";

export interface HomePage {
  mode: Mode;
  /** Why this mode, and whatever else is worth a line; nothing secret. */
  notes: readonly string[];
  /** What to do next; `command` is shown to be copied. */
  steps: readonly { text: string; command?: string }[];
}

/** `/`: which mode, and what to do next. */
export function createHomePage(content: () => HomePage): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/", (_request, response) => {
    sendPage(response, { title: "AgentPass SMS", main: render(content()) });
  });
  return router;
}

const modeNames: Readonly<Record<Mode, string>> = {
  mock: "Mock mode: simulated numbers and messages",
  twilio: "Twilio mode",
  gateway: "Gateway mode: real numbers of SMS gateways",
};

function render({ mode, notes, steps }: HomePage): string {
  const name = modeNames[mode];
  const listed = steps.map(
    ({ text, command }) =>
      `<li>${escapeHtml(text)}${command ? `<code>${escapeHtml(command)}</code>` : ""}</li>`,
  );
  return `<h1>AgentPass SMS</h1>
<p><strong>${name}</strong></p>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("\n")}
<h2>Next steps</h2>
<ol>
${listed.join("\n")}
</ol>`;
}
