import type { UsageReport } from "@agentpass/shared/usage-api";
import { useState } from "react";
import { SelectField } from "../parts/field.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { useNow } from "../parts/use-now.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { latencyText, moneyText } from "./formats.ts";
import { teamTexts } from "./team-texts.ts";
import { UsageCharts } from "./usage-charts.tsx";
import { everyDay, rangeUntil, usageRanges, type UsageRange } from "./usage-days.ts";
import { UsageTable } from "./usage-table.tsx";

const texts = teamTexts.usage;
const rangeOptions = usageRanges.map((days) => ({ value: String(days), label: texts.lastDays(days) }));

/** What the team used: day by day, and by agent. */
export function UsageSection(): React.JSX.Element {
  const [days, setDays] = useState<UsageRange>(7);
  const range = rangeUntil(useNow(), days);
  const byDay = useTeamQuery("usage.get", { by: "day", ...range });
  const byAgent = useTeamQuery("usage.get", { by: "agent", ...range });
  return (
    <>
      <div className="filters">
        <SelectField
          label={texts.range}
          value={String(days)}
          options={rangeOptions}
          onChange={(value) => setDays(usageRanges.find((one) => String(one) === value) ?? 7)}
        />
      </div>
      <QueryView query={byDay} loading={texts.loading}>
        {(report) => <Days report={report} />}
      </QueryView>
      <Section title={texts.byAgent}>
        <QueryView query={byAgent} loading={texts.loading}>
          {(report) => (
            <UsageTable
              caption={texts.byAgentCaption}
              first={teamTexts.agent}
              currency={report.currency}
              rows={report.rows.map((row) => ({ ...row, label: row.name ?? texts.nobody }))}
              total={report.total}
            />
          )}
        </QueryView>
      </Section>
    </>
  );
}

function Days({ report }: { report: UsageReport }): React.JSX.Element {
  const { total, currency } = report;
  const days = everyDay(report.rows, report);
  if (total.messages === 0 && total.waits === 0 && total.cost === 0)
    return (
      <EmptyState title={texts.empty} place="start">
        {texts.emptyText}
      </EmptyState>
    );
  const sums = [
    [texts.messages, String(total.messages)],
    [texts.codes, String(total.codes)],
    [texts.latency, total.medianLatencyMs === null ? "–" : latencyText(total.medianLatencyMs)],
    [texts.cost, moneyText(total.cost, currency)],
  ] as const;
  return (
    <>
      <dl className="sums">
        {sums.map(([name, value]) => (
          <div key={name}>
            <dt className="soft small">{name}</dt>
            <dd className="sum numeric">{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={texts.daily}>
        <UsageCharts days={days} currency={currency} />
      </Section>
    </>
  );
}
