import { alertRules } from "../domain/alert-rules.ts";
import { metricDefinitions, type MetricDefinition } from "../ops/metrics/definitions.ts";
import { markdownTable } from "./markdown-table.ts";

/** docs/metrics.md */
export function metricsPage(): string {
  const metrics = Object.entries<MetricDefinition>(metricDefinitions).map(
    ([name, { type, labels = {}, nodes, help }]) => [`\`${name}\``, type, labelsText(labels), nodes, help],
  );
  const alerts = alertRules.map(({ name, title, threshold }) => [`\`${name}\``, title, threshold]);
  return `# Metrics and built-in alerts

<!-- Made by \`pnpm docs:api\`; a test fails where it differs. -->

[operations.md](operations.md) says how to read them.

## Metrics

Names and labels are stable. Times are in seconds, sizes in bytes. Of several nodes: *sum* what each counts for itself;
*max* where all say the same of the database, so that one of them is enough; *each* where it is the node's own.

${markdownTable(["metric", "type", "labels", "nodes", "what it says"], metrics)}

## Built-in alerts

Looked at every five seconds, over all nodes together.

${markdownTable(["alert", "what it says", "fires when"], alerts)}
`;
}

function labelsText(labels: NonNullable<MetricDefinition["labels"]>): string {
  return Object.entries(labels)
    .map(([label, values]) =>
      typeof values === "string"
        ? `\`${label}\` (${values})`
        : `\`${label}\`: ${values.map((value) => `\`${value}\``).join(", ")}`,
    )
    .join("; ");
}
