import { createHash } from "node:crypto";
import { maskPhoneNumber } from "@agentpass/shared/phone-number";
import { escapeHtml } from "../../transport/html-page.ts";
import { limits, type SignUp } from "./sign-ups.ts";
import { style } from "./style.ts";

const SITE = "Rosefinch";
const DOMAIN = "rosefinch.example";

/** The pages run nothing and load nothing; their one style sheet is allowed by its digest. */
export const POLICY =
  `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; ` +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The SMS; its last line binds the code to the site, as browsers read it (https://wicg.github.io/sms-one-time-codes/). */
export function smsText(code: string): string {
  return `${code} is your ${SITE} verification code. It expires in ${limits.codeMs / 60_000} minutes.\n\n@${DOMAIN} #${code}`;
}

export interface Details {
  name: string;
  phone: string;
}

/** What is wrong with which field. */
export type FieldErrors = Partial<Record<"name" | "phone" | "code", string>>;

/** The first page: who are you, and where do we reach you. */
export function detailsPage(details: Details = { name: "", phone: "" }, errors: FieldErrors = {}): string {
  return page(
    "Create your account",
    errors,
    `<p class="soft">We send a code to your phone, to see that the number is yours.</p>
<form method="post" action="/sign-up" novalidate>
${field({ id: "name", label: "Your name", value: details.name, error: errors.name, more: 'autocomplete="name" maxlength="80" required' })}
${field({ id: "phone", label: "Phone number", hint: "With country code, for example +15551234567.", value: details.phone, error: errors.phone, more: 'type="tel" autocomplete="tel" maxlength="30" required' })}
<button type="submit">Send me a code</button>
</form>`,
  );
}

/** The second page: the code. */
export function codePage({ id, phoneNumber, resendsLeft }: SignUp, errors: FieldErrors = {}): string {
  const again =
    resendsLeft > 0
      ? `<form method="post" action="/sign-up/${id}/resend"><button class="second" type="submit">Send a new code</button></form>`
      : `<p><a href="/">Start again</a></p>`;
  return page(
    "Enter your code",
    errors,
    `<p class="soft">We sent a text with six digits to ${escapeHtml(maskPhoneNumber(phoneNumber))}. The code is good for ${limits.codeMs / 60_000} minutes.</p>
<form method="post" action="/sign-up/${id}" novalidate>
${field({ id: "code", label: "Verification code", hint: `Each code may be tried ${limits.tries} times.`, value: "", error: errors.code, more: 'inputmode="numeric" autocomplete="one-time-code" maxlength="12" required' })}
<button type="submit">Create account</button>
</form>
${again}`,
  );
}

export function donePage({ name }: SignUp): string {
  return page(
    "Account created",
    {},
    `<p>Welcome, ${escapeHtml(name)}. Your phone number is verified.</p>
<p><a href="/">Create another account</a></p>`,
  );
}

/** A page that only says what went wrong. */
export function refusalPage(title: string, message: string): string {
  return page(title, {}, `<p class="notice">${escapeHtml(message)}</p>\n<p><a href="/">Start again</a></p>`);
}

interface Field {
  id: keyof FieldErrors;
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  /** Further attributes. */
  more: string;
}

function field({ id, label, hint, value, error, more }: Field): string {
  const notes = [
    ...(hint === undefined
      ? []
      : [{ note: `${id}-hint`, html: `<p class="hint" id="${id}-hint">${hint}</p>` }]),
    ...(error === undefined
      ? []
      : [{ note: `${id}-error`, html: `<p class="error" id="${id}-error">${escapeHtml(error)}</p>` }]),
  ];
  const described = notes.length > 0 ? ` aria-describedby="${notes.map(({ note }) => note).join(" ")}"` : "";
  const invalid = error === undefined ? "" : ' aria-invalid="true" autofocus';
  return `<label for="${id}">${label}</label>
${notes.map(({ html }) => html).join("\n")}
<input id="${id}" name="${id}" value="${escapeHtml(value)}" ${more}${described}${invalid}>`;
}

function page(heading: string, errors: FieldErrors, main: string): string {
  const bad = Object.keys(errors).length > 0;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${bad ? "Error: " : ""}${heading} - ${SITE}</title>
<style>${style}</style>
</head>
<body>
<header><span></span>${SITE}</header>
<main>
<h1>${heading}</h1>
${main}
</main>
<footer>A made-up site of AgentPass SMS, for trying an agent. It runs on this computer, and keeps nothing.</footer>
</body>
</html>
`;
}
