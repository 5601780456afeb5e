import { createHash } from "node:crypto";
import { Router } from "express";

export interface HomePage {
  mode: "mock" | "twilio";
  /** Why this mode, and whatever else is worth a line; nothing secret. */
  notes: readonly string[];
  /** What to do next; `command` is shown to be copied. */
  steps: readonly { text: string; command?: string }[];
}

const STYLE = `
:root { color-scheme: light dark; --ink: #16202a; --soft: #5b6875; --line: #d9dfe5; --paper: #fff; --back: #f4f6f8 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --soft: #9aa7b4; --line: #33404c; --paper: #1a232c; --back: #10171d }
}
body { margin: 0; padding: 8vh 1.25rem; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 40rem; margin: auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; letter-spacing: -.01em }
h2 { margin: 2rem 0 .5rem; font-size: 1rem }
p { margin: .25rem 0; color: var(--soft) }
strong { color: var(--ink) }
ol { margin: 0; padding-left: 1.25rem }
li { margin: .75rem 0 }
code { display: block; margin-top: .35rem; padding: .6rem .75rem; overflow-x: auto; background: var(--back);
  border: 1px solid var(--line); border-radius: 8px; font: 13px/1.5 ui-monospace, monospace; white-space: pre }
`;
// The page runs nothing and loads nothing; its one style sheet is allowed by its digest.
const POLICY =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; ` +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** `/`: which mode, and what to do next. */
export function createHomePage(content: () => HomePage): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/", (_request, response) => {
    response.set({ "Content-Security-Policy": POLICY, "Cache-Control": "no-store" });
    response.type("html").send(render(content()));
  });
  return router;
}

function render({ mode, notes, steps }: HomePage): string {
  const name = mode === "mock" ? "Mock mode: simulated numbers and messages" : "Twilio mode";
  const listed = steps.map(
    ({ text, command }) => `<li>${escape(text)}${command ? `<code>${escape(command)}</code>` : ""}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AgentPass SMS</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>AgentPass SMS</h1>
<p><strong>${name}</strong></p>
${notes.map((note) => `<p>${escape(note)}</p>`).join("\n")}
<h2>Next steps</h2>
<ol>
${listed.join("\n")}
</ol>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
