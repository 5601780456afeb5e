import type { DecisionView } from "../../shared/app-state.ts";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { shortTime } from "../parts/times.ts";
import { texts } from "../texts.ts";

const words = texts.settings;

/** What was answered on this device. */
export function Decisions({ decisions }: { decisions: readonly DecisionView[] }): React.JSX.Element {
  return (
    <Section title={words.decisions}>
      <Table
        caption={words.decisions}
        rows={decisions}
        rowKey={({ at, agentName, phoneNumber }) => `${at} ${agentName} ${phoneNumber ?? ""}`}
        empty={
          <EmptyState title={words.decisionsEmpty} place="start">
            {words.decisionsEmptyText}
          </EmptyState>
        }
        columns={[
          { key: "at", header: words.when, cell: ({ at }) => shortTime(at, Date.now()) },
          { key: "agent", header: words.agent, cell: ({ agentName }) => <bdi>{agentName}</bdi> },
          { key: "service", header: words.service, cell: ({ service }) => service ?? words.none },
          { key: "number", header: words.number, cell: ({ phoneNumber }) => phoneNumber ?? words.none },
          { key: "decision", header: words.decision, cell: ({ decision }) => words.decisionNames[decision] },
        ]}
      />
    </Section>
  );
}
