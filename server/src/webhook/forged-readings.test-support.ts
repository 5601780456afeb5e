import { faultOfParameter } from "./field-boundaries.ts";
import type { FormParameter } from "./url-encoded.ts";

/** Names an attacker can cut out of the signed text without being told apart from Twilio. */
const NAMES = (
  "AccountSid AddOns ApiVersion Body From FromCity FromCountry FromState FromZip MediaContentType0 MediaUrl0 MediaUrl1 " +
  "MessageSid MessagingServiceSid NumMedia NumSegments OptOutType SmsMessageSid SmsSid SmsStatus To ToCity ToCountry " +
  "ToState ToZip"
).split(" ");
const LONGEST_UNKNOWN = 12;

/** The text that Twilio signs after the URL. */
export function signedText(parameters: readonly FormParameter[]): string {
  const sorted = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, value]) => name + value).join("");
}

interface Search {
  text: string;
  /** Starts of known names within the text, and its end. */
  starts: ReadonlySet<number>;
}

interface State {
  at: number;
  taken: readonly FormParameter[];
  /** Whether the one unknown name is used. */
  invented: boolean;
}

/**
 * Every reading of the signed text, in sorted order, from known names and at most one invented one, whose parameters
 * each pass by themselves: exhaustive, but for branches that no longer can.
 */
export function* readingsOf(text: string): Generator<readonly FormParameter[]> {
  const starts = new Set([text.length]);
  for (const name of NAMES)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) starts.add(at);
  yield* extend({ text, starts }, { at: 0, taken: [], invented: false });
}

function* extend(search: Search, state: State): Generator<readonly FormParameter[]> {
  const { text } = search;
  if (state.at === text.length) {
    yield state.taken;
    return;
  }
  const previous = state.taken.at(-1)?.[0] ?? "";
  for (const { name, isInvented } of namesAt(text, state)) {
    if (name <= previous) continue;
    const invented = state.invented || isInvented;
    const from = state.at + name.length;
    for (let to = from; to <= text.length; to++) {
      if (invented && !search.starts.has(to)) continue;
      const value = text.slice(from, to);
      const fault = faultOfParameter(name, value);
      if (fault?.includes("holds the name")) break;
      if (fault) continue;
      yield* extend(search, { at: to, taken: [...state.taken, [name, value]], invented });
    }
  }
}

function* namesAt(text: string, { at, invented }: State): Generator<{ name: string; isInvented: boolean }> {
  for (const name of NAMES) if (text.startsWith(name, at)) yield { name, isInvented: false };
  if (invented) return;
  for (let length = 1; length <= LONGEST_UNKNOWN && at + length <= text.length; length++) {
    const name = text.slice(at, at + length);
    if (NAMES.includes(name)) continue;
    if (faultOfParameter(name, "")) continue;
    yield { name, isInvented: true };
  }
}
