import type { TeamMember } from "@agentpass/shared/team-api";
import { useState } from "react";
import { Select } from "../parts/field.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { callTeam, useTeamCall } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Distance } from "./moment.tsx";
import { rolesToGive, roleWords, type Role } from "./roles.ts";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.members;

/** The people of the team with their roles. */
export function Members(): React.JSX.Element {
  const members = useTeamQuery("member.list", undefined);
  return (
    <Section title={texts.title}>
      <QueryView query={members} loading={texts.loading}>
        {(list) => (
          <Table
            caption={texts.caption}
            rows={list}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: texts.name,
                cell: ({ name, you }) => (
                  <>
                    <bdi>{name}</bdi> {you && <span className="soft">{texts.you}</span>}
                  </>
                ),
              },
              {
                key: "role",
                header: texts.role,
                cell: (member) => <RoleOf member={member} onDone={members.reload} />,
              },
              { key: "devices", header: texts.devices, cell: ({ devices }) => devices, align: "end" },
              { key: "agents", header: texts.agents, cell: ({ agents }) => agents, align: "end" },
              {
                key: "seen",
                header: texts.lastSeen,
                cell: ({ lastUsedAt }) => <Distance at={lastUsedAt} />,
              },
              {
                key: "deeds",
                header: "",
                align: "actions",
                cell: (member) => <RemoveMember member={member} onDone={members.reload} />,
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}

interface MemberProps {
  member: TeamMember;
  onDone: () => void;
}

/** The role, changed where this person may; what takes rights away is asked about. */
function RoleOf({ member, onDone }: MemberProps): React.JSX.Element {
  const { role: own, connected, say } = useTeam();
  const [wished, setWished] = useState<Role | null>(null);
  const setRole = useTeamCall("member.setRole");
  const roles = rolesToGive(own, member.role);
  if (roles.length === 0 || !connected) return <>{roleWords[member.role]}</>;
  const give = async (role: Role): Promise<void> => {
    const outcome = await setRole.run({ member: member.id, role });
    if (!outcome.ok) return;
    setWished(null);
    say(texts.roleSet(member.name, roleWords[role]));
    onDone();
  };
  return (
    <>
      <Select
        label={texts.roleOf(member.name)}
        value={member.role}
        options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
        onChange={(role) => {
          setRole.clear();
          setWished(role);
        }}
      />
      {wished !== null && (
        <Confirm
          title={texts.roleTitle(member.name, roleWords[wished])}
          action={texts.roleAct}
          danger={wished === "member"}
          busy={setRole.busy}
          problem={setRole.problem}
          onConfirm={() => void give(wished)}
          onCancel={() => setWished(null)}
        >
          <p>{texts.roleMeans[wished]}</p>
        </Confirm>
      )}
      {wished === null && <ProblemLine problem={setRole.problem} />}
    </>
  );
}

function RemoveMember({ member, onDone }: MemberProps): React.JSX.Element | null {
  const { role } = useTeam();
  // Leaving oneself is done elsewhere; whom one may not change one may not remove either.
  if (member.you || rolesToGive(role, member.role).length === 0) return null;
  const { id, name, devices, agents } = member;
  return (
    <Deed
      words={texts.remove}
      label={texts.removeOf(name)}
      confirmation={{
        title: texts.removeTitle(name),
        consequences: [texts.removeText(devices, agents), texts.removeNumbers],
        act: texts.remove,
        danger: true,
      }}
      run={() => callTeam("member.remove", { member: id })}
      done={texts.removed}
      onDone={onDone}
    />
  );
}
