import { expect, test } from "vitest";
import { feedUrl } from "./feed-url.ts";

test.each([
  ["http://127.0.0.1:3846", "ws://127.0.0.1:3846/trpc"],
  ["http://127.0.0.1:3846/", "ws://127.0.0.1:3846/trpc"],
  ["https://sms.example.com/agentpass/", "wss://sms.example.com/agentpass/trpc"],
  ["https://sms.example.com/a/b?x=1#y", "wss://sms.example.com/a/b/trpc"],
])("%s is subscribed to at %s", (base, url) => {
  expect(feedUrl(base)).toBe(url);
});
