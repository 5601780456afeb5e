import { settingText } from "../cli/setting-text.ts";
import { describeSettings } from "../domain/settings-change.ts";
import { teamSettings } from "../domain/team-settings.ts";
import { markdownTable } from "./markdown-table.ts";

/** docs/settings.md */
export function settingsPage(): string {
  const rows = describeSettings(teamSettings.parse({})).map(({ name, default: standard, description }) => [
    `\`${name}\``,
    settingText(name, standard),
    description,
  ]);
  return `# Settings of a team

<!-- Made by \`pnpm docs:api\`; a test fails where it differs. -->

\`pnpm agentpass settings list\` shows them, \`pnpm agentpass settings set NAME VALUE\` changes one, with \`default\` back to
the default; over the API \`settings.get\` and \`settings.set\`. A name that ends in \`Ms\` is a duration: \`24h\`, \`30m\` or
\`90s\` on the command line, milliseconds over the API. \`none\` there is null here and over the API. Each change is on the
team's record, with before and after.

${markdownTable(["setting", "default", "what it does"], rows)}
`;
}
