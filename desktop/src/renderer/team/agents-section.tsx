import { approvalPolicy, type AgentEntry } from "@agentpass/shared/agent-admin-api";
import { Select } from "../parts/field.tsx";
import { Badge } from "../parts/marks.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { EmptyState, ProblemLine } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { callTeam, useTeamCall } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { texts as windowTexts } from "../texts.ts";
import { AgentLimits } from "./agent-limits.tsx";
import { Deed } from "./deed.tsx";
import { Distance } from "./moment.tsx";
import { Rename } from "./rename.tsx";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.agents;
const policyWords = windowTexts.agents.policies;

/** Every agent of the team: how it gets its codes, what it may do at most, and whether it works. */
export function AgentsSection(): React.JSX.Element {
  const agents = useTeamQuery("agent.list", undefined);
  return (
    <QueryView query={agents} loading={texts.loading}>
      {(list) => (
        <Table
          caption={texts.caption}
          rows={list}
          rowKey={({ id }) => id}
          columns={columnsWith(agents.reload)}
          empty={
            <EmptyState title={texts.empty} place="start">
              {texts.emptyText}
            </EmptyState>
          }
        />
      )}
    </QueryView>
  );
}

function columnsWith(onDone: () => void): Column<AgentEntry>[] {
  return [
    {
      key: "name",
      header: teamTexts.name,
      cell: ({ name, memberName, pausedAt }) => (
        <>
          <bdi>{name}</bdi> {pausedAt !== null && <Badge tone="warn">{texts.paused}</Badge>}
          <div className="soft small">
            <bdi>{memberName}</bdi>
          </div>
        </>
      ),
    },
    { key: "policy", header: texts.policy, cell: (agent) => <Policy {...{ agent, onDone }} /> },
    {
      key: "limits",
      header: texts.limits,
      cell: ({ limitsInForce: { callsPerMinute, messagesPerDay } }) => (
        <div className="small limits">
          <p>{texts.callsText(callsPerMinute)}</p>
          <p>{texts.messagesText(messagesPerDay)}</p>
        </div>
      ),
    },
    {
      key: "holds",
      header: texts.holds,
      cell: ({ leases, limitsInForce }) => texts.holdsText(leases.length, limitsInForce.maxLeases),
    },
    { key: "used", header: teamTexts.lastUsed, cell: ({ lastUsedAt }) => <Distance at={lastUsedAt} /> },
    {
      key: "deeds",
      header: "",
      align: "actions",
      cell: (agent) => (
        <div className="row-deeds row-deeds-many">
          <AgentLimits {...{ agent, onDone }} />
          <PauseOrResume {...{ agent, onDone }} />
          <Rename
            name={agent.name}
            run={(name) => callTeam("agent.rename", { agent: agent.id, name })}
            onDone={onDone}
          />
          <RemoveAgent {...{ agent, onDone }} />
        </div>
      ),
    },
  ];
}

interface AgentProps {
  agent: AgentEntry;
  onDone: () => void;
}

function Policy({ agent: { id, name, policy }, onDone }: AgentProps): React.JSX.Element {
  const { connected, say } = useTeam();
  const setPolicy = useTeamCall("agent.setPolicy");
  if (!connected) return <>{policyWords[policy]}</>;
  const set = async (wanted: AgentEntry["policy"]): Promise<void> => {
    const outcome = await setPolicy.run({ agent: id, policy: wanted });
    if (outcome.ok) say(texts.policySet(name, policyWords[wanted]));
    onDone();
  };
  return (
    <>
      <Select
        label={windowTexts.agents.policyFor(name)}
        value={policy}
        options={approvalPolicy.options.map((value) => ({ value, label: policyWords[value] }))}
        onChange={(wanted) => void set(wanted)}
      />
      <ProblemLine problem={setPolicy.problem} />
    </>
  );
}

function PauseOrResume({ agent: { id, name, pausedAt }, onDone }: AgentProps): React.JSX.Element {
  const paused = pausedAt !== null;
  return (
    <Deed
      words={paused ? texts.resume : texts.pause}
      label={paused ? texts.resumeOf(name) : texts.pauseOf(name)}
      confirmation={
        paused
          ? null
          : {
              title: texts.pauseTitle(name),
              consequences: [texts.pauseText],
              act: texts.pause,
              danger: false,
            }
      }
      run={() => callTeam(paused ? "agent.resume" : "agent.pause", { agent: id })}
      done={() => (paused ? texts.resumed(name) : texts.nowPaused(name))}
      onDone={onDone}
    />
  );
}

function RemoveAgent({ agent: { id, name, leases }, onDone }: AgentProps): React.JSX.Element {
  return (
    <Deed
      words={texts.remove}
      label={texts.removeOf(name)}
      confirmation={{
        title: texts.removeTitle(name),
        consequences: [texts.removeText, ...(leases.length > 0 ? [texts.removeLeases(leases.length)] : [])],
        act: texts.remove,
        danger: true,
      }}
      run={() => callTeam("agent.remove", { agent: id })}
      done={() => texts.removed(name)}
      onDone={onDone}
    />
  );
}
