import type { Invitation, NewInvitation } from "@agentpass/shared/team-api";
import { useState } from "react";
import { Copyable } from "../parts/copyable.tsx";
import { Button } from "../parts/button.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { Badge, type Tone } from "../parts/marks.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { Section } from "../parts/section.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { Moment } from "./moment.tsx";
import { rolesToGive, roleWords, type Role } from "./roles.ts";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.invitations;

/** Who was invited, and what became of it. A new link is shown once. */
export function Invitations(): React.JSX.Element {
  const invitations = useTeamQuery("invitation.list", undefined);
  const [made, setMade] = useState<NewInvitation | null>(null);
  return (
    <Section
      title={texts.title}
      actions={
        <Invite
          onMade={(invitation) => {
            setMade(invitation);
            invitations.reload();
          }}
        />
      }
    >
      {made !== null && <NewLink invitation={made} onClose={() => setMade(null)} />}
      <QueryView query={invitations} loading={texts.loading}>
        {(list) => (
          <Table
            caption={texts.caption}
            rows={list}
            rowKey={({ id }) => id}
            columns={columnsWith(invitations.reload)}
            empty={
              <EmptyState title={texts.empty} place="start">
                {texts.emptyText}
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </Section>
  );
}

function Invite({ onMade }: { onMade: (invitation: NewInvitation) => void }): React.JSX.Element {
  const { role: own } = useTeam();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [missing, setMissing] = useState(false);
  return (
    <FormDialog
      words={texts.invite}
      title={texts.inviteTitle}
      act={texts.inviteAct}
      onOpen={() => {
        setName("");
        setRole("member");
        setMissing(false);
      }}
      run={() => {
        const given = name.trim();
        setMissing(given === "");
        return given === "" ? null : callTeam("invitation.create", { name: given, role });
      }}
      done={(invitation) => texts.made(invitation.name)}
      onDone={onMade}
    >
      <TextField
        label={texts.name}
        hint={texts.nameHint}
        value={name}
        maxLength={100}
        onChange={setName}
        problem={missing ? texts.nameMissing : undefined}
        autoFocus
      />
      <SelectField
        label={texts.role}
        value={role}
        options={rolesToGive(own).map((value) => ({ value, label: roleWords[value] }))}
        onChange={setRole}
      />
    </FormDialog>
  );
}

function NewLink({ invitation, onClose }: { invitation: NewInvitation; onClose: () => void }) {
  return (
    <div className="card stack">
      <p>
        {texts.linkText(invitation.name)} <Moment at={invitation.expiresAt} />.
      </p>
      <Copyable text={invitation.link} label={texts.copyLink} />
      <div className="row">
        <Button onPress={onClose}>{texts.hideLink}</Button>
      </div>
    </div>
  );
}

const tones: Record<Invitation["state"], Tone> = {
  open: "accent",
  used: "good",
  revoked: "bad",
  expired: "neutral",
};

function columnsWith(onDone: () => void): Column<Invitation>[] {
  return [
    { key: "name", header: teamTexts.name, cell: ({ name }) => <bdi>{name}</bdi> },
    { key: "role", header: texts.role, cell: ({ role }) => roleWords[role] },
    {
      key: "state",
      header: texts.state,
      cell: ({ state }) => <Badge tone={tones[state]}>{texts.states[state]}</Badge>,
    },
    { key: "by", header: texts.by, cell: ({ invitedBy }) => <bdi>{invitedBy}</bdi> },
    { key: "until", header: texts.until, cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    {
      key: "deeds",
      header: "",
      align: "actions",
      cell: ({ id, name, state }) =>
        state === "open" && (
          <Deed
            words={texts.revoke}
            label={texts.revokeOf(name)}
            confirmation={{
              title: texts.revokeTitle(name),
              consequences: [texts.revokeText],
              act: texts.revoke,
              danger: true,
            }}
            run={() => callTeam("invitation.revoke", { invitation: id })}
            done={(ended) =>
              ended.state === "revoked"
                ? texts.revoked(ended.name)
                : texts.notRevoked(ended.name, texts.states[ended.state].toLowerCase())
            }
            onDone={onDone}
          />
        ),
    },
  ];
}
