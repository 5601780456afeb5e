import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startSignUpSite, type SignUpSite } from "./site.ts";

let site: SignUpSite;
let sent: { to: string; body: string }[] = [];
let refusal: string | null = null;

beforeEach(async () => {
  sent = [];
  refusal = null;
  site = await startSignUpSite(0, async (sms) => {
    sent.push(sms);
    return refusal;
  });
});
afterEach(() => site[Symbol.asyncDispose]());

const ada = { name: "Ada", phone: "+15551234567" };
const post = (path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form),
    redirect: "manual",
  });
const codeSent = () => /\d{6}/.exec(sent.at(-1)?.body ?? "")?.[0] ?? "";
const begun = async () => (await post("/sign-up", ada)).headers.get("location") ?? "";

test("an account is created with the code that was sent to the number", async () => {
  const path = await begun();
  expect(sent).toMatchObject([{ to: ada.phone, body: expect.stringContaining("Rosefinch") }]);
  const asked = await (await fetch(site.url + path)).text();
  expect(asked).toContain('<label for="code">');
  expect(asked, "the page tells no code and no full number").not.toMatch(
    new RegExp(`${codeSent()}|5551234567`),
  );
  expect((await post(path, { code: codeSent() })).status).toBe(303);
  expect(await (await fetch(site.url + path)).text()).toContain("Welcome, Ada.");
});

test("a wrong code is refused beside its field", async () => {
  const path = await begun();
  const wrong = codeSent() === "000000" ? "000001" : "000000";
  const answer = await post(path, { code: wrong });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(
    /id="code-error">That is not the code.*aria-describedby="code-hint code-error"/s,
  );
});

test("all faults of the form are told at once, and what was typed is no markup", async () => {
  const answer = await post("/sign-up", { name: " ", phone: '"><script>' });
  const text = await answer.text();
  expect(answer.status).toBe(422);
  expect(text).toContain('id="name-error"');
  expect(text).toContain('id="phone-error"');
  expect(text).not.toContain("<script>");
  expect(sent).toEqual([]);
});

test("a plus sign that curl sent bare still counts", async () => {
  expect((await post("/sign-up", "name=Ada&phone=+15551234567")).status).toBe(303);
  expect(sent).toMatchObject([{ to: "+15551234567" }]);
});

test("a text that cannot be sent is told beside the number", async () => {
  refusal = "To is not in this server's pool";
  const answer = await post("/sign-up", ada);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("could not send a text to this number: To is not in this server");
});

test("no other page may post its forms, and no other name may reach it", async () => {
  for (const headers of [
    { origin: "http://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ])
    expect((await post("/sign-up", ada, headers)).status).toBe(403);
  expect(await statusFor("evil.example")).toBe(403);
  expect(await statusFor("localhost")).toBe(200);
  expect(sent).toEqual([]);
});

test("its pages run and load nothing, and no other page may frame them", async () => {
  const { headers } = await fetch(site.url);
  expect(headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*form-action 'self'; frame-ancestors 'none'/,
  );
});

test("what is too large or unknown gets a page without details", async () => {
  const large = await post("/sign-up", { ...ada, name: "a".repeat(5000) });
  expect(large.status).toBe(400);
  expect(await large.text()).not.toContain("node_modules");
  expect((await fetch(`${site.url}/sign-up/0`)).status).toBe(404);
});

/** `fetch` lets nobody set the Host header. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(site.url, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on("error", reject)
      .end();
  });
}
