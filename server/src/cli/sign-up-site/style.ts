/** The site's one style sheet: a column that fits 320 px, light and dark, with contrasts of WCAG AA. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2a26; --soft: #52635c; --line: #75877f; --paper: #fff; --back: #eef3ef;
  --accent: #1b6b4a; --on-accent: #fff; --bad: #a52a1f; --bad-back: #fcefed }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6efea; --soft: #a3b5ac; --line: #7c8f86; --paper: #18211d; --back: #0f1613;
    --accent: #7fd3ab; --on-accent: #0c2419; --bad: #ffaba1; --bad-back: #35191a }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; padding: clamp(1rem, 8vh, 5rem) 1rem; background: var(--back); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 26rem; margin-inline: auto }
header { display: flex; align-items: center; gap: .5rem; margin-bottom: 1rem; font-weight: 650 }
header span { width: 1.6rem; height: 1.6rem; border-radius: 50% 50% 50% 12%; background: var(--accent) }
main { padding: clamp(1.25rem, 6vw, 2rem); background: var(--paper); border-radius: 16px; box-shadow: 0 1px 3px #0002, 0 12px 32px #0000000f }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.015em; text-wrap: balance }
p { margin: 0 0 1rem }
p.soft, .hint, footer { color: var(--soft) }
.hint { margin: 0 0 .4rem; font-size: .9rem }
label { display: block; margin-top: 1.25rem; font-weight: 600 }
input { width: 100%; padding: .7rem .8rem; border: 1px solid var(--line); border-radius: 10px; background: transparent;
  color: inherit; font: inherit }
input[autocomplete=one-time-code] { font-size: 1.5rem; letter-spacing: .25em; font-variant-numeric: tabular-nums }
input[aria-invalid] { border-color: var(--bad); border-width: 2px }
.error { margin: 0 0 .4rem; color: var(--bad); font-weight: 600 }
.notice { padding: .75rem 1rem; border-radius: 10px; background: var(--bad-back); color: var(--bad) }
button { width: 100%; margin-top: 1.5rem; padding: .8rem 1rem; border: 1px solid var(--accent); border-radius: 10px;
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; cursor: pointer }
button.second { margin-top: .75rem; background: transparent; color: var(--accent) }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px }
footer { margin-top: 1rem; font-size: .875rem }
`;
