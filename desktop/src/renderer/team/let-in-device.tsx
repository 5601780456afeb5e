import { formatUserCode, parseUserCode } from "@agentpass/shared/user-code";
import type { PairingRequest } from "@agentpass/shared/device-api";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { Facts } from "../parts/facts.tsx";
import { SelectField, TextField } from "../parts/field.tsx";
import { Section } from "../parts/section.tsx";
import { callTeam, useTeamCall } from "../parts/use-call.ts";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { Deed } from "./deed.tsx";
import { Distance, Moment } from "./moment.tsx";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.pairing;

interface Waiting {
  /** Bare letters. */
  userCode: string;
  device: PairingRequest;
}

/** A new device is let in: its code is typed, the device is shown, and only then it is answered. */
export function LetInDevice(): React.JSX.Element {
  const { connected } = useTeam();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | undefined>();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const look = useTeamCall("pairing.look");
  const show = async (): Promise<void> => {
    const userCode = parseUserCode(typed);
    setWrong(userCode === null ? texts.codeWrong : undefined);
    if (userCode === null) return;
    const outcome = await look.run({ userCode });
    if (outcome.ok) setWaiting({ userCode, device: outcome.value });
  };
  const begin = (): void => {
    setWaiting(null);
    setTyped("");
  };
  return (
    <Section title={texts.title}>
      {waiting === null ? (
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            if (connected && !look.busy) void show();
          }}
        >
          <TextField
            label={texts.code}
            hint={texts.codeHint}
            value={typed}
            maxLength={30}
            onChange={setTyped}
            problem={wrong ?? look.problem?.message}
          />
          <Button type="submit" busy={look.busy} disabled={!connected} onPress={() => {}}>
            {texts.show}
          </Button>
        </form>
      ) : (
        <Answer waiting={waiting} onDone={begin} />
      )}
    </Section>
  );
}

function Answer({ waiting: { userCode, device }, onDone }: { waiting: Waiting; onDone: () => void }) {
  const members = useTeamQuery("member.list", undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = members.data ?? [];
  const member = chosen ?? list.find(({ you }) => you)?.id;
  const name = list.find(({ id }) => id === member)?.name ?? "";
  return (
    <div className="card stack" role="group" aria-label={texts.device}>
      <Facts
        facts={[
          [texts.code, <span className="mono">{formatUserCode(userCode)}</span>],
          [texts.device, device.deviceName],
          [texts.platform, device.platform],
          [texts.address, device.address],
          [texts.asked, <Distance at={device.startedAt} />],
          [texts.holdsUntil, <Moment at={device.expiresAt} />],
        ]}
      />
      {list.length > 1 && member !== undefined && (
        <SelectField
          label={texts.member}
          value={member}
          options={list.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setChosen}
        />
      )}
      <p>{texts.warning(name)}</p>
      <div className="row">
        <Button onPress={onDone}>{teamTexts.back}</Button>
        <Deed
          look="danger"
          words={texts.deny}
          confirmation={null}
          run={() => callTeam("pairing.deny", { userCode })}
          done={({ deviceName }) => texts.denied(deviceName)}
          onDone={onDone}
        />
        <Deed
          look="primary"
          words={texts.approve}
          confirmation={null}
          run={() => callTeam("pairing.approve", { userCode, ...(member === undefined ? {} : { member }) })}
          done={({ deviceName, memberName }) => texts.approved(deviceName, memberName)}
          onDone={onDone}
        />
      </div>
    </div>
  );
}
