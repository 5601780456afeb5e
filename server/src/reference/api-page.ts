import { readFileSync } from "node:fs";
import path from "node:path";
import { VERSION_HEADER } from "@agentpass/shared/version";
import { repositoryRoot } from "../config/read-environment.ts";
import type { Permission } from "../domain/access.ts";
import { problemTable } from "./problem-table.ts";
import type { JsonSchema, ProcedureReference } from "./procedures.ts";
import { markdownTable } from "./markdown-table.ts";
import { schemaRows } from "./schema-rows.ts";

const permissions: Record<Permission, string> = {
  anyone: "anybody, without a key",
  key: "any key",
  agent: "an agent's key",
  person: "a person: an admin's key or a device",
  admin: "an owner or admin, by key or device",
  owner: "an owner, by key or device",
};

const EXAMPLE = "server/examples/admin-script.ts";

/** docs/api.md: every procedure with its permission, input and output, made from the router itself. */
export function apiPage(procedures: readonly ProcedureReference[]): string {
  const index = procedures.map(({ path, permission, summary = "" }) => [
    `[\`${path}\`](#${anchor(path)})`,
    permission,
    summary,
  ]);
  return `# API

<!-- Made by \`pnpm docs:api\` from the router; a test fails where they differ. -->

Every procedure of the typed API under \`/trpc\`: over HTTP with \`Authorization: Bearer KEY\`, over WebSocket with
\`connectionParams.key\`. The router's type is \`AppRouter\` of \`@agentpass/shared/api\`. Times are ISO 8601 in UTC or, where
a name ends in \`At\` and the type is a number, epoch milliseconds; durations are milliseconds. Unknown fields are refused.

A client may say its version, as \`connectionParams.version\` or in the header \`${VERSION_HEADER}\`. One that is more than a
minor version from the server's, or of another major one, is refused as \`outdated\` wherever a key is needed;
\`server.hello\` answers every client.

A script of an admin's own, \`${EXAMPLE}\`, with an admin's key in \`AGENTPASS_API_KEY\`:

\`\`\`ts
${readFileSync(path.join(repositoryRoot, EXAMPLE), "utf8")}\`\`\`

${markdownTable(["procedure", "for", "what it does"], index)}

## Who may call

${markdownTable(
  ["permission", "who"],
  Object.entries(permissions).map(([permission, who]) => [permission, who]),
)}

What a caller then sees is decided where each row is read: an agent its own, a device its member's agents', an admin's key
the whole team's.

## Errors

A refused call carries \`data.problem\`: \`code\`, \`message\` (what is wrong, and the mend), and where it is one field's fault
\`field\`, perhaps with a \`suggestion\` that would work. Any procedure but those for anybody may answer \`not_signed_in\`; one
that is given fields \`invalid_input\`; one for certain callers \`not_allowed\`; each of them \`too_many_requests\` and
\`unavailable\`.

${problemTable()}

${procedures.map(section).join("\n\n")}
`;
}

function section({ path, type, permission, summary = "", input, output }: ProcedureReference): string {
  return `## ${path}

${summary}

${type === "subscription" ? "Subscription, over WebSocket only" : type === "query" ? "Query" : "Mutation"}, for ${permissions[permission]}.

**Input**${table(input, "required")}

**${type === "subscription" ? "Each item" : "Output"}**${table(output, "always there")}`;
}

function table(schema: JsonSchema | undefined, requiredTitle: string): string {
  const rows = schema === undefined ? [] : schemaRows(schema).filter((row) => row.type !== "undefined");
  if (rows.length === 0) return ": nothing.";
  const lines = rows.map(({ field, type, required, note }) => [
    field === "" ? "(itself)" : `\`${field}\``,
    type,
    required ? "yes" : "no",
    note,
  ]);
  return `\n\n${markdownTable(["field", "type", requiredTitle, ""], lines)}`;
}

/** As GitHub makes it of a heading. */
function anchor(path: string): string {
  return path.toLowerCase().replaceAll(".", "");
}
