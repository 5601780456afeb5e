import type { UsageRow } from "@agentpass/shared/usage-api";
import { Chart } from "./chart.tsx";
import { latencyText, moneyText } from "./formats.ts";
import { teamTexts } from "./team-texts.ts";
import { dayText } from "./usage-days.ts";
import { UsageTable } from "./usage-table.tsx";

const texts = teamTexts.usage;

interface UsageChartsProps {
  days: readonly (UsageRow & { day: string })[];
  currency: string;
}

/** Messages and codes, latency and cost a day; the same as a table below. */
export function UsageCharts({ days, currency }: UsageChartsProps): React.JSX.Element {
  const labels = days.map(({ day }) => dayText(day));
  const total = days.reduce((sum, { messages }) => sum + messages, 0);
  const codes = days.reduce((sum, day) => sum + day.codes, 0);
  const cost = days.reduce((sum, day) => sum + day.cost, 0);
  const latencies = days.flatMap(({ medianLatencyMs }) =>
    medianLatencyMs === null ? [] : [medianLatencyMs],
  );
  return (
    <>
      <div className="charts">
        <Chart
          wide
          title={texts.messagesADay}
          summary={texts.messagesSummary(total, codes)}
          labels={labels}
          whole
          bars={[
            { name: texts.messages, tone: "soft", values: days.map(({ messages }) => messages) },
            { name: texts.withCode, tone: "strong", values: days.map(({ codes }) => codes) },
          ]}
          text={String}
        />
        <Chart
          title={texts.latencyADay}
          summary={
            latencies.length === 0
              ? texts.noLatency
              : texts.latencySummary(latencyText(Math.min(...latencies)), latencyText(Math.max(...latencies)))
          }
          labels={labels}
          line={days.map(({ medianLatencyMs }) => medianLatencyMs)}
          text={latencyText}
        />
        <Chart
          title={texts.costADay}
          summary={texts.costSummary(moneyText(cost, currency))}
          labels={labels}
          bars={[{ name: texts.cost, tone: "strong", values: days.map((day) => day.cost) }]}
          text={(amount) => moneyText(amount, currency)}
        />
      </div>
      <details className="disclosure">
        <summary>{texts.asTable}</summary>
        <UsageTable
          caption={texts.byDay}
          first={texts.day}
          currency={currency}
          rows={days.map((row) => ({ ...row, label: dayText(row.day) }))}
        />
      </details>
    </>
  );
}
