import { createHash } from "node:crypto";
import type { Response } from "express";

const STYLE = `
:root { color-scheme: light dark; --ink: #16202a; --soft: #5b6875; --line: #d9dfe5; --paper: #fff; --back: #f4f6f8; --link: #0b5cad }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --soft: #9aa7b4; --line: #33404c; --paper: #1a232c; --back: #10171d; --link: #7db8f0 }
}
body { margin: 0; padding: 8vh 1.25rem; background: var(--back); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 40rem; margin: auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; letter-spacing: -.01em }
h2 { margin: 2rem 0 .5rem; font-size: 1rem }
p { margin: .25rem 0; color: var(--soft) }
strong { color: var(--ink) }
a { color: var(--link) }
a.button { display: inline-block; margin: .35rem 0 .5rem; padding: .55rem 1.1rem; border-radius: 8px; background: var(--link);
  color: var(--paper); font-weight: 600; text-decoration: none }
a.button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
ol { margin: 0; padding-left: 1.25rem }
li { margin: .75rem 0 }
code { display: block; margin-top: .35rem; padding: .6rem .75rem; background: var(--back);
  border: 1px solid var(--line); border-radius: 8px; font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; user-select: all }
`;
// The pages run nothing and load nothing; their one style sheet is allowed by its digest.
const POLICY =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; ` +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export interface Page {
  title: string;
  /** HTML; whatever is not fixed text in it has gone through `escapeHtml`. */
  main: string;
}

/** Answers with a page that nobody keeps, no page may frame, and that tells no other where its visitor came from. */
export function sendPage(response: Response, { title, main }: Page): void {
  response.set({
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  response.type("html").send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
