import { describe, expect, it } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { findDomainLine } from "./domain-line.ts";

describe("findDomainLine", () => {
  it.each([
    ["the last line", "Your code is 1234\n\n@acme.com #1234", { code: "1234", domain: "acme.com" }],
    [
      "a line that is not the last, as Chromium does",
      "@acme.com #1234\nReply STOP to opt out",
      { code: "1234", domain: "acme.com" },
    ],
    ["the last of several lines", "@old.com #1111\n@acme.com #2222", { code: "2222", domain: "acme.com" }],
    [
      "the first host of an embedded frame's line",
      "@acme.com #1234 @frame.com",
      { code: "1234", domain: "acme.com" },
    ],
    [
      "a code in the middle of a line, if it holds a digit",
      "Sign in: @acme.com #1234",
      { code: "1234", domain: "acme.com" },
    ],
    ["a code with marks, exactly as written", "@acme.com #a-b*1", { code: "a-b*1", domain: "acme.com" }],
    ["a host in capitals", "@ACME.com #1234", { code: "1234", domain: "acme.com" }],
    ["localhost", "@localhost #1234", { code: "1234", domain: "localhost" }],
    ["lines that end in carriage returns", "Hi\r\n@acme.com #1234\r\n", { code: "1234", domain: "acme.com" }],
  ])(verifies("domain-bound", "reads %s"), (_name, body, found) => {
    expect(findDomainLine(body)).toEqual(found);
  });

  it.each([
    ["two spaces", "@acme.com  #1234"],
    ["no space", "@acme.com#1234"],
    ["a port", "@acme.com:8080 #1234"],
    ["a path", "@acme.com/a #1234"],
    ["a scheme", "@https://acme.com #1234"],
    ["an e-mail address", "@me@acme.com #1234"],
    ["a name without a dot", "@friend #1234"],
    ["a hashtag after a mention", "look at @acme.com #sale"],
    ["an empty label", "@acme..com #1234"],
    ["a label that begins with a dash", "@-acme.com #1234"],
    ["a letter that only looks like one of a host", "@\u017fhop.com #1234"],
  ])("refuses %s", (_name, body) => {
    expect(findDomainLine(body)).toBeNull();
  });
});
