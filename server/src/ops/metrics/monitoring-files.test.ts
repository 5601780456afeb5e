import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { repositoryRoot } from "../../config/read-environment.ts";
import { hasPromtool, promtool } from "../../../../test/support/promtool.ts";
import { metricDefinitions, type MetricDefinition } from "./definitions.ts";

/** The files that people load into Prometheus and Grafana. */
const folder = path.join(repositoryRoot, "server", "monitoring");
const file = (name: string): string => path.join(folder, name);

const ruleTests = ["alerts.test.yml", "alerts-volume.test.yml"];

const dashboardSchema = z.object({
  panels: z.array(
    z.object({
      title: z.string(),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});

const dashboardExpressions = async (): Promise<{ title: string; expr: string }[]> => {
  const { panels } = dashboardSchema.parse(
    JSON.parse(await readFile(file("grafana-dashboard.json"), "utf8")),
  );
  return panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })));
};

/** Every name that a scrape can have, histograms with their three. */
const series = new Map<string, readonly string[]>();
for (const [name, definition] of Object.entries<MetricDefinition>(metricDefinitions)) {
  const labels = Object.keys(definition.labels ?? {});
  if (definition.type !== "histogram") series.set(name, labels);
  else
    for (const suffix of ["_bucket", "_sum", "_count"])
      series.set(name + suffix, suffix === "_bucket" ? [...labels, "le"] : labels);
}

/** What an expression names that there is not. */
function unknownIn(expr: string): string[] {
  const unknown: string[] = [];
  for (const [, name = "", matchers = ""] of expr.matchAll(/\b(agentpass_\w+)(?:\{([^}]*)\})?/g)) {
    const labels = series.get(name);
    if (labels === undefined) unknown.push(name);
    for (const [, label = ""] of matchers.matchAll(/(\w+)=/g))
      if (!labels?.includes(label)) unknown.push(`${name}{${label}}`);
  }
  return unknown;
}

test("the dashboard asks for metrics and labels that there are", async () => {
  const expressions = await dashboardExpressions();
  expect(expressions.length).toBeGreaterThan(20);
  expect(expressions.flatMap(({ expr }) => unknownIn(expr))).toEqual([]);
  expect(unknownIn('rate(agentpass_webhook_total[5m]) + agentpass_numbers{status="leased"}')).toEqual([
    "agentpass_webhook_total",
    "agentpass_numbers{status}",
  ]);
});

test("the dashboard shows every metric", async () => {
  const shown = (await dashboardExpressions()).map(({ expr }) => expr).join("\n");
  expect(Object.keys(metricDefinitions).filter((name) => !shown.includes(name))).toEqual([]);
});

test("the alert rules ask for metrics and labels that there are, and each is tried", async () => {
  const rules = await readFile(file("alerts.yml"), "utf8");
  expect(unknownIn(rules)).toEqual([]);
  const names = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  const files = await Promise.all(ruleTests.map((name) => readFile(file(name), "utf8")));
  const cases = files.join("\n");
  for (const name of names) {
    const tried = cases.split("  - name: ").filter((one) => one.includes(`alertname="${name}"`));
    expect(
      tried.some((one) => one.includes("value: 1")),
      `${name} fires`,
    ).toBe(true);
    expect(
      tried.some((one) => one.includes("exp_samples: []")),
      `${name} is quiet`,
    ).toBe(true);
  }
});

describe.skipIf(!hasPromtool)("promtool", () => {
  test.each([
    ["accepts the alert rules", ["check", "rules", file("alerts.yml")]],
    ["accepts the configuration", ["check", "config", file("prometheus.yml")]],
    ["sees every alert fire and stay quiet when it should", ["test", "rules", ...ruleTests.map(file)]],
  ])("%s", (_name, args) => {
    const { ok, output } = promtool(args);
    expect(ok, output).toBe(true);
  });

  test("can read every expression of the dashboard", async () => {
    const scratch = await mkdtemp(path.join(tmpdir(), "agentpass-rules-"));
    try {
      const rules = (await dashboardExpressions()).map(({ expr }, index) => ({
        record: `dashboard:${index}`,
        expr: expr.replaceAll("$__rate_interval", "5m"),
      }));
      const rulesFile = path.join(scratch, "dashboard.json");
      await writeFile(rulesFile, JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
      const { ok, output } = promtool(["check", "rules", rulesFile]);
      expect(ok, output).toBe(true);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
});
