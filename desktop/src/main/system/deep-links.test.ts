import { expect, test } from "vitest";
import { DeepLinks, linkAmong } from "./deep-links.ts";

const link = "agentpass://pair?server=https%3A%2F%2Fcodes.example&invitation=abc";

test("a link is found among the arguments, wherever it stands", () => {
  expect(linkAmong(["/opt/AgentPass/agentpass", "--hidden", link])).toBe(link);
  expect(linkAmong([link, "--no-sandbox"])).toBe(link);
});

test("what is no link of ours, or too long for one, is none", () => {
  expect(linkAmong(["/opt/AgentPass/agentpass", "https://codes.example/pair/abc"])).toBeNull();
  expect(linkAmong(["--url=agentpass://pair"])).toBeNull();
  expect(linkAmong([`${link}${"x".repeat(2_000)}`])).toBeNull();
});

test("the link that started the app waits for its listener, and is heard once", () => {
  const links = new DeepLinks();
  links.receive(["agentpass", link]);
  const heard: string[] = [];
  links.onLink((found) => heard.push(found));
  const late: string[] = [];
  links.onLink((found) => late.push(found));
  expect(heard).toEqual([link]);
  expect(late).toEqual([]);
});

test("a later link is heard at once, and a start without a link is not heard of", () => {
  const links = new DeepLinks();
  const heard: string[] = [];
  const stop = links.onLink((found) => heard.push(found));
  links.receive(["agentpass"]);
  links.receive(["agentpass", link]);
  stop();
  links.receive(["agentpass", link]);
  expect(heard).toEqual([link]);
});
