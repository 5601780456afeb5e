import type { Sms, Step, Task } from "./task.ts";

const github: Sms = { body: "{code} is your GitHub authentication code.", from: "GitHub" };
const google: Sms = { body: "G-{code2} is your Google verification code.", from: "22000" };
const plain: Sms = { body: "Your verification code is {code}" };

const lease: Step = { call: "get_phone_number", with: { service: "github.com" } };
const submit: Step = { submit: [github] };
/** Gets a number and gives it to the service; then the call with the mistake. */
const ready: readonly Step[] = [lease, submit];

/** A wait with a mistake in its arguments, which one corrected call mends. */
function wrongWait(name: string, given: Record<string, unknown>): Task {
  const wait = { call: "wait_for_sms", with: { phone_number: "{number}", ...given }, gets: "{code}" };
  return { name, corrections: 1, steps: [...ready, wait] };
}

function wrongNumber(name: string, phone_number: unknown): Task {
  return wrongWait(name, { phone_number, timeout: 20_000 });
}

/** A call of get_phone_number that one corrected call mends, then the way to the code. */
function wrongLease(name: string, given: Record<string, unknown>, call = "get_phone_number"): Task {
  const wait = { call: "wait_for_sms", with: { phone_number: "{number}" }, gets: "{code}" };
  return { name, corrections: 1, steps: [{ call, with: given }, submit, wait] };
}

function wrongExtract(name: string, given: Record<string, unknown>): Task {
  return {
    name,
    corrections: 1,
    steps: [{ call: "extract_otp_from_sms", with: given, gets: "{code}" }],
  };
}

const wait: Step = {
  call: "wait_for_sms",
  with: { phone_number: "{number}", timeout: 20_000 },
  gets: "{code}",
};

export const tasks: readonly Task[] = [
  // The number.
  wrongNumber("the number in national form", "{national}"),
  wrongNumber("the number with spaces and brackets", "{spaced}"),
  wrongNumber("the number with 00 in the place of the plus sign", "00{digits}"),
  wrongNumber("the number without the plus sign", "{digits}"),
  wrongNumber("the number with a label", "Phone number: {spaced} (US)"),
  wrongNumber("the number as JSON in a text", '{"phone_number":"{number}"}'),
  wrongNumber("the number forgotten", undefined),
  wrongNumber("a number that was made up", "+15550001111"),
  {
    name: "another agent's number",
    corrections: 1,
    steps: [
      { happens: "another agent takes a number" },
      ...ready,
      { call: "wait_for_sms", with: { phone_number: "{foreign}" }, gets: "{code}" },
    ],
  },
  {
    name: "waiting before there is a number at all",
    corrections: 1,
    steps: [{ call: "wait_for_sms", with: { timeout: 30_000 } }, submit, wait],
  },

  // The timeout.
  wrongWait("the timeout in seconds", { timeout: 30 }),
  wrongWait("the timeout in seconds, as text", { timeout: "60" }),
  wrongWait("the timeout as text with a unit", { timeout: "30s" }),
  wrongWait("the timeout below zero, meaning none", { timeout: -1 }),
  wrongWait("a timeout of a day", { timeout: 86_400_000 }),
  wrongWait("an argument timeout_seconds", { timeout_seconds: 30 }),
  {
    name: "the timeout in milliseconds as text",
    corrections: 0,
    steps: [
      ...ready,
      { call: "wait_for_sms", with: { phone_number: "{number}", timeout: "30000" }, gets: "{code}" },
    ],
  },
  {
    name: "a timeout of ten minutes in seconds, which is a legal one in milliseconds",
    corrections: 0,
    steps: [
      lease,
      {
        call: "wait_for_sms",
        with: { phone_number: "{number}", timeout: 600 },
        says: /timeout = 600 is 0\.6 seconds.*pass 30000/,
      },
      submit,
      { call: "wait_for_sms", with: { phone_number: "{number}", timeout: 30_000 }, gets: "{code}" },
    ],
  },

  // The order of things.
  {
    name: "waiting before the form was submitted",
    corrections: 0,
    steps: [
      lease,
      {
        call: "wait_for_sms",
        with: { phone_number: "{number}", timeout: 0 },
        says: /call wait_for_sms again/,
      },
      submit,
      wait,
    ],
  },
  {
    name: "the code coming while the call waits",
    corrections: 0,
    steps: [lease, { ...wait, meanwhile: [github] }],
  },
  {
    name: "release, then wait",
    corrections: 1,
    steps: [
      lease,
      { call: "release_phone_number", with: { phone_number: "{number}" } },
      { call: "wait_for_sms", with: { phone_number: "{number}" } },
      submit,
      wait,
    ],
  },
  {
    name: "releasing twice, and a number that is nobody's",
    corrections: 0,
    steps: [
      ...ready,
      wait,
      { call: "release_phone_number", with: { phone_number: "{number}" }, says: /released/ },
      { call: "release_phone_number", with: { phone_number: "{number}" }, says: /released before/ },
      { call: "release_phone_number", with: { phone_number: "+15550001111" }, mend: /holds no number/ },
    ],
  },

  // Several codes.
  {
    name: "two services at once, their codes crossing",
    corrections: 0,
    steps: [
      lease,
      {
        both: [
          { call: "wait_for_sms", with: { phone_number: "{number}", service: "github.com" }, gets: "{code}" },
          {
            call: "wait_for_sms",
            with: { phone_number: "{number}", service: "google.com" },
            gets: "{code2}",
          },
        ],
        meanwhile: [google, github],
      },
    ],
  },
  {
    name: "a code for another service first",
    corrections: 0,
    steps: [
      lease,
      { submit: [google, github] },
      { call: "wait_for_sms", with: { phone_number: "{number}", service: "github.com" }, gets: "{code}" },
    ],
  },
  {
    name: "waiting for the wrong service",
    corrections: 0,
    steps: [
      ...ready,
      {
        call: "wait_for_sms",
        with: { phone_number: "{number}", service: "gitlab.com", timeout: 0 },
        says: /1 SMS did not match the filters; list_sms shows it/,
      },
      { call: "list_sms", with: { phone_number: "{number}" }, gets: "{code}" },
    ],
  },
  {
    name: "a code that was sent again",
    corrections: 0,
    steps: [lease, { submit: [{ ...github, body: github.body.replace("{code}", "{code2}") }, github] }, wait],
  },
  {
    name: "an answer that was lost",
    corrections: 0,
    steps: [...ready, wait, { call: "list_sms", with: {}, gets: "{code}" }],
  },
  {
    name: "peek taken for claim, then claim",
    corrections: 0,
    steps: [
      ...ready,
      { call: "wait_for_sms", with: { phone_number: "{number}", mode: "peek" }, gets: "{code}" },
      wait,
    ],
  },
  wrongWait("a mode that there is not", { mode: "read" }),

  // Filters and cursors.
  wrongWait("one sender as a text in the place of a list", { from: "GitHub" }),
  wrongWait("senders as JSON in a text", { from: '["GitHub"]' }),
  wrongWait("a cursor that was made up", { after: "latest" }),
  wrongWait("a pattern with a bracket too few", { match: "(\\d{6}" }),
  wrongWait("a look-ahead, which RE2 does not have", { match: "\\d{6}(?= is your)" }),
  {
    name: "the service as an address",
    corrections: 0,
    steps: [
      { call: "get_phone_number", with: { service: "https://github.com/signup" } },
      submit,
      {
        call: "wait_for_sms",
        with: { phone_number: "{number}", service: "https://github.com/signup" },
        gets: "{code}",
      },
    ],
  },

  // Names.
  wrongLease("an argument in camel case", { passportId: "ap_test123" }),
  wrongLease("an argument that there is not", { reason: "a sign-up" }),
  wrongLease("the country in small letters", { country: "us" }),
  wrongLease("the country by its name", { country: "United States" }),
  wrongLease("a tool in camel case", {}, "getPhoneNumber"),
  wrongWait("an argument with two letters exchanged", { timeuot: 20_000 }),
  wrongWait("the arguments in an object of their own", { params: { timeout: 20_000 } }),
  {
    name: "a wrong tool with wrong arguments",
    corrections: 2,
    steps: [...ready, { call: "get_sms_code", with: { number: "{number}", timeout: 30 }, gets: "{code}" }],
  },
  {
    name: "a list that is too long",
    corrections: 1,
    steps: [...ready, { call: "list_sms", with: { limit: 500 }, gets: "{code}" }],
  },
  {
    name: "a page that was made up",
    corrections: 1,
    steps: [...ready, { call: "list_sms", with: { before: "page 2" }, gets: "{code}" }],
  },

  // Texts that the agent has.
  wrongExtract("the text under another name", { text: plain.body }),
  wrongExtract("the text as a body", { body: plain.body, sender: "GitHub" }),
  {
    name: "no text to extract from",
    corrections: 1,
    steps: [...ready, { call: "extract_otp_from_sms", with: {}, gets: "{code}" }],
  },
  {
    name: "an empty text to extract from",
    corrections: 0,
    steps: [
      ...ready,
      { call: "extract_otp_from_sms", with: { sms_body: "" }, says: /No one-time code.*list_sms/ },
      { call: "list_sms", gets: "{code}" },
    ],
  },

  // What no other call mends.
  {
    name: "more numbers than the agent may hold",
    corrections: 0,
    steps: [
      { call: "get_phone_number", with: { passport_id: "one" } },
      { call: "get_phone_number", with: { passport_id: "two" } },
      { call: "get_phone_number", with: { passport_id: "three" } },
      {
        call: "get_phone_number",
        with: { passport_id: "four" },
        mend: /holds 3 of 3 numbers.*release_phone_number/,
      },
      { call: "get_phone_number", with: { passport_id: "one" } },
      submit,
      wait,
    ],
  },
  {
    name: "a pool without a free number",
    corrections: 0,
    steps: [
      { happens: "every number is taken" },
      { call: "get_phone_number", mend: /none is free.*release_phone_number.*admin/ },
      { happens: "a number is free again" },
      lease,
      submit,
      wait,
    ],
  },
];
