import type { NumberHistory } from "@agentpass/shared/number-api";
import { useState } from "react";
import { Select } from "../parts/field.tsx";
import { callTeam } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Moment } from "./moment.tsx";
import { teamTexts } from "./team-texts.ts";

interface NumberGrantsProps {
  history: NumberHistory;
  onDone: () => void;
}

/** With whom what is sent to a number is shared, and whose agents may have it in spite of its history. */
export function NumberGrants({ history, onDone }: NumberGrantsProps): React.JSX.Element {
  const { phoneNumber } = history.number;
  return (
    <>
      <Grants kind="share" granted={history.shares} {...{ phoneNumber, onDone }} />
      <Grants kind="consent" granted={history.consents} {...{ phoneNumber, onDone }} />
    </>
  );
}

interface GrantsProps {
  kind: "share" | "consent";
  granted: NumberHistory["shares"];
  phoneNumber: string;
  onDone: () => void;
}

function Grants({ kind, granted, phoneNumber, onDone }: GrantsProps): React.JSX.Element {
  const texts = teamTexts.grants[kind];
  const give = (member: string, granted: boolean) =>
    callTeam(`number.${kind}`, { phoneNumber, member, granted });
  return (
    <section className="stack-tight">
      <h3>{texts.title}</h3>
      {granted.length === 0 && <p className="soft">{texts.none}</p>}
      <ul className="stack-tight">
        {granted.map(({ memberId, memberName, since }) => (
          <li key={memberId} className="row">
            {memberName}
            <span className="soft">
              {teamTexts.since.toLowerCase()} <Moment at={since} />
            </span>
            <Deed
              look="quiet"
              words={texts.takeBack}
              label={`${texts.takeBack}: ${memberName}`}
              confirmation={null}
              run={() => give(memberId, false)}
              done={() => texts.taken(memberName)}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
      <GiveTo {...{ texts, onDone }} granted={granted} give={(member) => give(member, true)} />
    </section>
  );
}

interface GiveToProps {
  texts: (typeof teamTexts.grants)["share"];
  granted: NumberHistory["shares"];
  give: (member: string) => ReturnType<typeof callTeam<"number.share">>;
  onDone: () => void;
}

function GiveTo({ texts, granted, give, onDone }: GiveToProps): React.JSX.Element | null {
  const members = useTeamQuery("member.list", undefined);
  const [chosen, setChosen] = useState("");
  const has = new Set(granted.map(({ memberId }) => memberId));
  const others = (members.data ?? []).filter(({ id }) => !has.has(id));
  const [first] = others;
  if (first === undefined) return null;
  const member = others.find(({ id }) => id === chosen) ?? first;
  return (
    <div className="row">
      <Select
        label={texts.member}
        value={member.id}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Deed
        words={texts.give}
        confirmation={null}
        run={() => give(member.id)}
        done={() => texts.given(member.name)}
        onDone={onDone}
      />
    </div>
  );
}
