import type { UsageRow } from "@agentpass/shared/usage-api";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { latencyText, moneyText } from "./formats.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.usage;

type LabelledRow = UsageRow & { label: string };

interface UsageTableProps {
  caption: string;
  /** Heading of what the rows are. */
  first: string;
  rows: readonly LabelledRow[];
  total?: UsageRow;
  currency: string;
}

/** Usage in figures. */
export function UsageTable(props: UsageTableProps): React.JSX.Element {
  const { caption, first, rows, total, currency } = props;
  const all = total && rows.length > 0 ? [...rows, { ...total, label: texts.total }] : rows;
  return (
    <Table
      caption={caption}
      rows={all}
      rowKey={({ label, id }) => `${label} ${id}`}
      columns={columnsWith(first, currency)}
      empty={
        <EmptyState title={texts.empty} place="start">
          {texts.emptyText}
        </EmptyState>
      }
    />
  );
}

function columnsWith(first: string, currency: string): Column<LabelledRow>[] {
  return [
    { key: "label", header: first, cell: ({ label }) => <bdi>{label}</bdi> },
    { key: "messages", header: texts.messages, cell: ({ messages }) => messages, align: "end" },
    { key: "codes", header: texts.codes, cell: ({ codes }) => codes, align: "end" },
    { key: "waits", header: texts.waits, cell: ({ waits }) => waits, align: "end" },
    { key: "timeouts", header: texts.timeouts, cell: ({ timeouts }) => timeouts, align: "end" },
    {
      key: "latency",
      header: texts.latency,
      cell: ({ medianLatencyMs }) => (medianLatencyMs === null ? "–" : latencyText(medianLatencyMs)),
      align: "end",
    },
    { key: "cost", header: texts.cost, cell: ({ cost }) => moneyText(cost, currency), align: "end" },
  ];
}
