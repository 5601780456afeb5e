import type { NumberState, PoolNumber } from "@agentpass/shared/number-api";
import { numberStates } from "@agentpass/shared/number-api";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { AddNumbers } from "./add-numbers.tsx";
import { actionsOn, stateWords } from "./number-actions.ts";
import { NumberDeed } from "./number-deeds.tsx";
import { NumberDetails } from "./number-details.tsx";
import { NumberStateMark } from "./number-state-mark.tsx";
import { PagerButtons, usePager } from "./pager.tsx";
import { PoolSummary } from "./pool-summary.tsx";
import { teamTexts } from "./team-texts.ts";
import { useSettled } from "./use-settled.ts";

const texts = teamTexts.pool;

type StateFilter = NumberState | "all";

const stateOptions = [
  { value: "all", label: texts.allStates } as const,
  ...numberStates.map((state) => ({ value: state, label: stateWords[state] })),
];

/** The team's numbers: what each is doing, how long they last, and what may be done with them. */
export function PoolSection(): React.JSX.Element {
  const [state, setState] = useState<StateFilter>("all");
  const [text, setText] = useState("");
  const [service, setService] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const wanted = useSettled(text.trim());
  const usedWith = useSettled(service.trim());
  const pager = usePager<string>();
  const pool = useTeamQuery("number.state", undefined);
  const numbers = useTeamQuery("number.list", {
    ...(state === "all" ? {} : { state: [state] }),
    ...(wanted === "" ? {} : { text: wanted }),
    ...(usedWith === "" ? {} : { service: usedWith }),
    ...(pager.cursor === undefined ? {} : { after: pager.cursor }),
  });
  const reload = (): void => {
    pool.reload();
    numbers.reload();
  };
  const filtered = state !== "all" || wanted !== "" || usedWith !== "";
  return (
    <div className="stack">
      <QueryView query={pool} loading={texts.loading}>
        {(data) => (
          <>
            <PoolSummary state={data} />
            <AddNumbers buys={data.purchases !== undefined} onDone={reload} />
          </>
        )}
      </QueryView>
      <div className="filters">
        <TextField
          label={texts.search}
          value={text}
          maxLength={100}
          onChange={(typed) => {
            setText(typed);
            pager.reset();
          }}
        />
        <TextField
          label={texts.usedWith}
          value={service}
          maxLength={253}
          placeholder="github.com"
          onChange={(typed) => {
            setService(typed);
            pager.reset();
          }}
        />
        <SelectField
          label={texts.state}
          value={state}
          options={stateOptions}
          onChange={(chosen) => {
            setState(chosen);
            pager.reset();
          }}
        />
      </div>
      <QueryView query={numbers} loading={texts.loading}>
        {(page) => (
          <>
            <Table
              caption={texts.caption}
              columns={columnsWith({ onOpen: setOpened, onDone: reload })}
              rows={page.numbers}
              rowKey={({ id }) => id}
              empty={
                <EmptyState title={filtered ? texts.noMatch : texts.empty} place="start">
                  {filtered ? texts.noMatchText : texts.emptyText}
                </EmptyState>
              }
            />
            <PagerButtons pager={pager} next={page.nextAfter} />
          </>
        )}
      </QueryView>
      {opened !== null && (
        <NumberDetails phoneNumber={opened} onChanged={reload} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}

interface RowDeeds {
  onOpen: (phoneNumber: string) => void;
  onDone: () => void;
}

function columnsWith({ onOpen, onDone }: RowDeeds): Column<PoolNumber>[] {
  return [
    {
      key: "number",
      header: texts.number,
      cell: ({ phoneNumber }) => <span className="numeric selectable">{phoneNumber}</span>,
    },
    { key: "state", header: texts.state, cell: (number) => <NumberStateMark number={number} /> },
    { key: "holder", header: texts.holder, cell: ({ agentName }) => agentName ?? texts.nobody },
    {
      key: "provider",
      header: texts.provider,
      cell: ({ provider, country }) => (country === null ? provider : `${provider}, ${country}`),
    },
    {
      key: "deeds",
      header: "",
      align: "actions",
      cell: (number) => (
        <div className="row-deeds">
          <MainDeed {...{ number, onDone }} />
          <Button label={`${texts.details} ${number.phoneNumber}`} onPress={() => onOpen(number.phoneNumber)}>
            {texts.details}
          </Button>
        </div>
      ),
    },
  ];
}

/** What brings a number back into use; the rest is in its details. */
function MainDeed({ number, onDone }: { number: PoolNumber; onDone: () => void }) {
  const [action] = actionsOn(number);
  if (action !== "lift" && action !== "resume") return null;
  return <NumberDeed {...{ number, action, onDone }} />;
}
