import type { LeaseEntry, NumberHistory } from "@agentpass/shared/number-api";
import { QueryView } from "../parts/query-view.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Moment } from "./moment.tsx";
import { actionsOn } from "./number-actions.ts";
import { NumberDeed } from "./number-deeds.tsx";
import { NumberGrants } from "./number-grants.tsx";
import { PagerButtons, usePager } from "./pager.tsx";
import { NumberStateMark } from "./number-state-mark.tsx";
import { Sheet } from "./sheet.tsx";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.pool;

interface NumberDetailsProps {
  phoneNumber: string;
  onChanged: () => void;
  onClose: () => void;
}

/** All there is to know of one number, and everything that may be done with it. */
export function NumberDetails({ phoneNumber, onChanged, onClose }: NumberDetailsProps): React.JSX.Element {
  const pager = usePager<string>();
  const history = useTeamQuery("number.history", {
    phoneNumber,
    limit: 10,
    ...(pager.cursor === undefined ? {} : { before: pager.cursor }),
  });
  const reload = (): void => {
    history.reload();
    onChanged();
  };
  return (
    <Sheet title={phoneNumber} onClose={onClose}>
      <QueryView query={history} loading={texts.loadingHistory}>
        {(data) => (
          <>
            <Facts history={data} />
            <div className="row number-deeds">
              {actionsOn(data.number).map((action) => (
                <NumberDeed key={action} number={data.number} action={action} onDone={reload} />
              ))}
            </div>
            <Services services={data.services} />
            <section className="stack-tight">
              <h3>{texts.leases}</h3>
              <Table
                caption={texts.leases}
                columns={leaseColumns}
                rows={data.leases}
                rowKey={({ id }) => id}
                empty={<p className="soft">{texts.neverLeased}</p>}
              />
              <PagerButtons pager={pager} next={data.nextBefore} />
            </section>
            <NumberGrants history={data} onDone={reload} />
          </>
        )}
      </QueryView>
    </Sheet>
  );
}

function Facts({ history: { number, messages } }: { history: NumberHistory }): React.JSX.Element {
  const total = messages.reduce((sum, { count }) => sum + count, 0);
  const states = messages.map(({ state, count }) => `${count} ${state.replaceAll("_", " ")}`).join(", ");
  return (
    <p>
      <NumberStateMark number={number} />
      {number.agentName === null ? "" : `${texts.heldBy(number.agentName)} `}
      <span className="soft">{texts.messages(total, states)}</span>
    </p>
  );
}

function Services({ services }: Pick<NumberHistory, "services">): React.JSX.Element {
  return (
    <section className="stack-tight">
      <h3>{texts.services}</h3>
      {services.length === 0 ? (
        <p className="soft">{texts.noServices}</p>
      ) : (
        <ul className="stack-tight">
          {services.map(({ service, memberName, lastUsedAt }) => (
            <li key={`${service} ${memberName}`}>
              {service}{" "}
              <span className="soft">
                {memberName}, <Moment at={lastUsedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const leaseColumns: Column<LeaseEntry>[] = [
  {
    key: "agent",
    header: teamTexts.agent,
    cell: ({ agentName, passportId }) =>
      passportId === undefined ? agentName : `${agentName} (${passportId})`,
  },
  { key: "from", header: teamTexts.since, cell: ({ startedAt }) => <Moment at={startedAt} /> },
  {
    key: "to",
    header: texts.ended,
    cell: ({ endedAt, endReason }) =>
      endedAt === null ? (
        texts.now
      ) : (
        <>
          <Moment at={endedAt} />{" "}
          <span className="soft">{texts.endReasons[endReason ?? ""] ?? endReason}</span>
        </>
      ),
  },
];
