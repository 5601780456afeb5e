import type { LeaseEntry } from "@agentpass/shared/number-api";
import { QueryView } from "../parts/query-view.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Distance, Moment } from "./moment.tsx";
import { PagerButtons, usePager } from "./pager.tsx";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.leases;

/** Who holds which number now. */
export function LeasesSection(): React.JSX.Element {
  const pager = usePager<string>();
  const leases = useTeamQuery("lease.list", pager.cursor === undefined ? {} : { before: pager.cursor });
  // A lease names its agent; whose that is stands with the agent.
  const agents = useTeamQuery("agent.list", undefined);
  const memberOf = new Map((agents.data ?? []).map(({ id, memberName }) => [id, memberName]));
  return (
    <QueryView query={leases} loading={texts.loading}>
      {(page) => (
        <div className="stack">
          <Table
            caption={texts.caption}
            columns={columnsWith(memberOf, leases.reload)}
            rows={page.leases}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={texts.empty} place="start">
                {texts.emptyText}
              </EmptyState>
            }
          />
          <PagerButtons pager={pager} next={page.nextBefore} />
        </div>
      )}
    </QueryView>
  );
}

function columnsWith(memberOf: ReadonlyMap<string, string>, onDone: () => void): Column<LeaseEntry>[] {
  return [
    {
      key: "number",
      header: teamTexts.pool.number,
      cell: ({ phoneNumber }) => <span className="numeric selectable">{phoneNumber}</span>,
    },
    {
      key: "agent",
      header: teamTexts.agent,
      cell: ({ agentName, passportId }) => (
        <>
          <bdi>{agentName}</bdi> {passportId !== undefined && <span className="soft">{passportId}</span>}
        </>
      ),
    },
    {
      key: "member",
      header: teamTexts.member,
      cell: ({ agentId }) => <bdi>{memberOf.get(agentId) ?? "–"}</bdi>,
    },
    { key: "since", header: teamTexts.since, cell: ({ startedAt }) => <Moment at={startedAt} /> },
    { key: "used", header: teamTexts.lastUsed, cell: ({ lastUsedAt }) => <Distance at={lastUsedAt} /> },
    {
      key: "deeds",
      header: "",
      align: "actions",
      cell: ({ id, phoneNumber, agentName }) => (
        <Deed
          words={texts.end}
          label={texts.endOf(phoneNumber)}
          confirmation={{
            title: texts.endTitle(agentName, phoneNumber),
            consequences: [texts.endText],
            act: texts.end,
            danger: true,
          }}
          run={() => callTeam("lease.end", { id })}
          done={(ended) => texts.ended(ended.agentName, ended.phoneNumber)}
          onDone={onDone}
        />
      ),
    },
  ];
}
