import { expect, test } from "vitest";
import { findCommands } from "./read-page.ts";

const page = (text: string) => findCommands("docs/a-page.md", text);
const found = (text: string) => page(text).commands.map(({ line, text: command }) => `${line} ${command}`);

test("commands are found in blocks of every kind, one by one, with the lines that they go on in", () => {
  expect(
    found(`# A page

    pnpm start        # in one terminal
    AGENTPASS_MODE=mock pnpm start

- in a list:

  \`\`\`sh
  curl -s http://127.0.0.1:3846/healthz \\
    --fail
  pnpm demo
  \`\`\`

\`\`\`console
$ docker ps
CONTAINER ID   IMAGE
\`\`\`

\`\`\`text
Example:
  pnpm agentpass number list
\`\`\`
`),
  ).toEqual([
    "3 pnpm start",
    "4 AGENTPASS_MODE=mock pnpm start",
    "9 curl -s http://127.0.0.1:3846/healthz --fail",
    "11 pnpm demo",
    "15 docker ps",
    "21 pnpm agentpass number list",
  ]);
});

test("a script that holds more than commands is one, known by its first comment", () => {
  const { commands } = page("```bash\nset -e\n\n# All of it.\nuntil curl x; do sleep 1; done\n```\n");
  expect(commands).toMatchObject([
    { text: "All of it.", form: "script", typed: expect.stringMatching(/^set -e\n[^]*done$/) },
  ]);
});

test("commands are found in sentences, also where a line breaks in them, and where the program's name is left out", () => {
  expect(
    found(`Say \`pnpm agentpass
settings set autoProvision false\`, or \`number import --dry-run\`; \`doctor --fix\` helps.

| see | \`npx -y thing --version\` |
`),
  ).toEqual([
    "1 pnpm agentpass settings set autoProvision false",
    "2 number import --dry-run",
    "2 doctor --fix",
    "4 npx -y thing --version",
  ]);
});

test("names, diagrams, answers and other languages are no commands", () => {
  const { commands, blocks } = page(`\`node\`, \`docker-compose.yml\`, \`number.added\`, \`agentpass <id>\`

    SMS -> Twilio -> webhook
    app   {"type":"welcome"}

\`\`\`json
{ "a": 1 }
\`\`\`
`);
  expect(commands).toEqual([]);
  expect(blocks).toMatchObject([{ language: "json", text: '{ "a": 1 }' }]);
});
