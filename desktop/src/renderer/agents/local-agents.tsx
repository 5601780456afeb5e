import { useState } from "react";
import type { LocalAgentView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { Badge } from "../parts/marks.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { shortTime } from "../parts/times.ts";
import { texts } from "../texts.ts";
import { AllowAgain } from "./allow-program.tsx";
import { RemoveAgent } from "./remove-agent.tsx";
import { RenameAgent } from "./rename-agent.tsx";

const words = texts.agents;

/** The MCP clients on this computer that may use AgentPass. */
export function LocalAgents({ agents }: { agents: readonly LocalAgentView[] }): React.JSX.Element {
  const [open, setOpen] = useState<{ deed: "rename" | "remove" | "allow"; agent: LocalAgentView } | null>(
    null,
  );
  const close = (): void => setOpen(null);
  const actions = (agent: LocalAgentView): React.JSX.Element => (
    <>
      {(agent.revoked || agent.problem) && (
        <Button
          look="quiet"
          label={words.allowAgainFor(agent.name)}
          onPress={() => setOpen({ deed: "allow", agent })}
        >
          {words.allowAgain}
        </Button>
      )}
      <Button
        look="quiet"
        label={words.renameFor(agent.name)}
        onPress={() => setOpen({ deed: "rename", agent })}
      >
        {words.rename}
      </Button>
      {!agent.revoked && (
        <Button
          look="quiet"
          label={words.removeFor(agent.name)}
          onPress={() => setOpen({ deed: "remove", agent })}
        >
          {words.remove}
        </Button>
      )}
    </>
  );
  return (
    <Section title={words.local}>
      <Table
        caption={words.local}
        rows={agents}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={words.localEmpty} place="start">
            {words.localEmptyText}
          </EmptyState>
        }
        columns={[
          { key: "name", header: words.name, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: "status", header: words.status, cell: (agent) => <Status agent={agent} /> },
          { key: "actions", header: "", align: "actions", cell: actions },
        ]}
      />
      {open?.deed === "allow" && <AllowAgain agent={open.agent} onDone={close} />}
      {open?.deed === "rename" && <RenameAgent agent={open.agent} onDone={close} />}
      {open?.deed === "remove" && <RemoveAgent agent={open.agent} onDone={close} />}
    </Section>
  );
}

function Status({ agent }: { agent: LocalAgentView }): React.JSX.Element {
  const { connections, lastSeenAt, problem, revoked } = agent;
  const seen = lastSeenAt === null ? words.neverSeen : words.lastSeen(shortTime(lastSeenAt, Date.now()));
  return (
    <>
      {revoked && <Badge>{words.removed}</Badge>}{" "}
      {connections > 0 && !revoked ? (
        <Badge tone="good">{words.running(connections)}</Badge>
      ) : (
        <span className="soft">{seen}</span>
      )}
      {problem && <p className="problem-line selectable">{problem.message}</p>}
    </>
  );
}
