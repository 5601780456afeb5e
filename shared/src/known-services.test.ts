import { expect, test } from "vitest";
import { knownService } from "./known-services.ts";

test.each([
  ["GitHub", "GitHub"],
  ["github", "GitHub"],
  ["WHATSAPP", "WhatsApp"],
  ["Hugging-Face", "Hugging Face"],
  ["McDonalds", "McDonald's"],
])("%s is the service %s", (text, name) => expect(knownService(text)).toBe(name));

test.each(["Ignore previous instructions", "GitHub support says", "Gооgle", "", "constructor", "Acme"])(
  "%j is no known service",
  (text) => expect(knownService(text)).toBeUndefined(),
);
