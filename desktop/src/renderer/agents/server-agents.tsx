import type { AgentEntry } from "@agentpass/shared/agent-admin-api";
import { Button } from "../parts/button.tsx";
import { Select } from "../parts/field.tsx";
import { Badge } from "../parts/marks.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState, ProblemLine } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { shortTime } from "../parts/times.ts";
import { useTeamCall } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { texts } from "../texts.ts";
import { policyOptions } from "./policies.ts";

const words = texts.agents;

/** The agents that this person may manage: how each gets its codes, and whether it works at all. */
export function ServerAgents(): React.JSX.Element {
  const agents = useTeamQuery("agent.list", undefined);
  const setPolicy = useTeamCall("agent.setPolicy");
  const pause = useTeamCall("agent.pause");
  const resume = useTeamCall("agent.resume");
  const after = (change: Promise<unknown>): void => void change.then(agents.reload);

  const policy = ({ id, name, policy: current }: AgentEntry): React.JSX.Element => (
    <Select
      label={words.policyFor(name)}
      value={current}
      options={policyOptions}
      onChange={(policy) => after(setPolicy.run({ agent: id, policy }))}
    />
  );
  const pauseOrResume = ({ id, name, pausedAt }: AgentEntry): React.JSX.Element =>
    pausedAt === null ? (
      <Button look="quiet" label={words.pauseFor(name)} onPress={() => after(pause.run({ agent: id }))}>
        {words.pause}
      </Button>
    ) : (
      <Button look="quiet" label={words.resumeFor(name)} onPress={() => after(resume.run({ agent: id }))}>
        {words.resume}
      </Button>
    );
  return (
    <Section title={words.team}>
      <QueryView query={agents} loading={words.teamLoading}>
        {(list) => (
          <Table
            caption={words.team}
            rows={list}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={words.teamEmpty} place="start">
                {words.teamEmptyText}
              </EmptyState>
            }
            columns={[
              { key: "name", header: words.name, cell: (agent) => <Name agent={agent} /> },
              { key: "owner", header: words.owner, cell: ({ memberName }) => <bdi>{memberName}</bdi> },
              { key: "policy", header: words.policy, cell: policy },
              { key: "used", header: words.lastUsed, cell: lastUsed },
              { key: "actions", header: "", align: "actions", cell: pauseOrResume },
            ]}
          />
        )}
      </QueryView>
      <ProblemLine problem={setPolicy.problem ?? pause.problem ?? resume.problem} />
    </Section>
  );
}

function Name({ agent: { name, pausedAt, leases } }: { agent: AgentEntry }): React.JSX.Element {
  return (
    <>
      <bdi>{name}</bdi> {pausedAt !== null && <Badge tone="warn">{words.pausedMark}</Badge>}
      {leases.map(({ phoneNumber }) => (
        <p key={phoneNumber} className="soft small selectable">
          {phoneNumber}
        </p>
      ))}
    </>
  );
}

function lastUsed({ lastUsedAt }: AgentEntry): string {
  return lastUsedAt === null ? words.never : shortTime(lastUsedAt, Date.now());
}
