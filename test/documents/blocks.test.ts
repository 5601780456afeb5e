/** What documents show besides commands can be read by what it is for. */
import { stripTypeScriptTypes } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse as parseToml } from "smol-toml";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { everyPage } from "./every-page.ts";

/** By the language that a fence names; a block in another one fails. */
const readers: Record<string, (text: string) => unknown> = {
  json: JSON.parse,
  yaml: parseYaml,
  toml: parseToml,
  ts: readTypeScript,
};

/** A program, or some entries of a list. */
function readTypeScript(text: string): unknown {
  return stripTypeScriptTypes(/^\s*\{/.test(text) ? `[${text}]` : text);
}

const blocks = everyPage.flatMap((page) => page.blocks);

test.each(blocks.map((block) => [`${block.page}:${block.line}`, block] as const))(
  "the block at %s can be read",
  (_, { language, text }) => {
    expect(Object.keys(readers)).toContain(language);
    readers[language]?.(text);
  },
);

test("the documents name variables that there are", () => {
  const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), "utf8");
  const [example, compose] = [read(".env.example"), read("docker-compose.yml")];
  const known = (name: string): boolean =>
    example.includes(`${name.replace(/_FILE$/, "")}=`) || compose.includes(`\${${name}:-`);
  const unknown = everyPage.flatMap(({ page, source }) =>
    [...new Set(source.match(/\b(?:TWILIO|METRICS|ALERT|OTEL|AGENTPASS)_[A-Z_]*[A-Z]\b/g))]
      .filter((name) => !known(name) && !others.has(name))
      .map((name) => `${page}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

/** What only tests and the documents' own scripts read. */
const others = new Set([
  "AGENTPASS_ENV_FILE",
  "AGENTPASS_REQUIRE_DESKTOP",
  "AGENTPASS_SCREENSHOTS",
  "TWILIO_PORT",
]);
