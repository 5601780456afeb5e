import { useState } from "react";
import type { DeniedProgramView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { Section } from "../parts/section.tsx";
import { Table } from "../parts/table.tsx";
import { shortTime } from "../parts/times.ts";
import { texts } from "../texts.ts";
import { AllowDenied } from "./allow-program.tsx";

const words = texts.agents;

/** The programs that a person said no to; drawn only where there is one. */
export function DeniedPrograms({ programs }: { programs: readonly DeniedProgramView[] }) {
  const [asked, setAsked] = useState<DeniedProgramView | null>(null);
  if (programs.length === 0 && asked === null) return null;
  return (
    <Section title={words.denied}>
      <p className="soft">{words.deniedText}</p>
      <Table
        caption={words.denied}
        rows={programs}
        rowKey={({ clientName }) => clientName}
        columns={[
          { key: "name", header: words.claimedName, cell: ({ clientName }) => <bdi>{clientName}</bdi> },
          {
            key: "at",
            header: words.deniedAt,
            cell: ({ deniedAt }) => shortTime(deniedAt, Date.now()),
          },
          {
            key: "actions",
            header: "",
            align: "actions",
            cell: (program) => (
              <Button
                look="quiet"
                label={words.allowFor(program.clientName)}
                onPress={() => setAsked(program)}
              >
                {words.allow}
              </Button>
            ),
          },
        ]}
      />
      {asked && <AllowDenied program={asked} onDone={() => setAsked(null)} />}
    </Section>
  );
}
