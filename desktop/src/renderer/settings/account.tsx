import { useState } from "react";
import type { AccountView } from "../../shared/app-state.ts";
import { Button } from "../parts/button.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { Facts } from "../parts/facts.tsx";
import { Section } from "../parts/section.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";

const words = texts.settings;

/** Who this device is to which server, and what ends that. */
export function Account({ account }: { account: AccountView }): React.JSX.Element {
  const [asked, setAsked] = useState(false);
  const open = useCall("app.openPage");
  const signOut = useCall("account.signOut");
  const submit = async (): Promise<void> => {
    const result = await signOut.run(undefined);
    if (result.ok) setAsked(false);
  };
  return (
    <Section title={words.account}>
      <div className="stack">
        <Facts
          facts={[
            [words.server, account.server],
            [words.team, account.team],
            [words.member, `${account.memberName}, ${words.roles[account.role]}`],
            [words.device, account.deviceName],
            [words.mode, words.modes[account.mode]],
          ]}
        />
        <div className="row">
          <Button busy={open.busy} onPress={() => void open.run({ page: "server" })}>
            {words.openServer}
          </Button>
          <Button look="danger" onPress={() => setAsked(true)}>
            {words.signOut}
          </Button>
        </div>
        <ProblemLine problem={open.problem} />
      </div>
      {asked && (
        <Confirm
          title={words.signOutTitle}
          action={words.signOut}
          danger
          busy={signOut.busy}
          problem={signOut.problem}
          onConfirm={() => void submit()}
          onCancel={() => {
            signOut.clear();
            setAsked(false);
          }}
        >
          <p>{words.signOutText}</p>
        </Confirm>
      )}
    </Section>
  );
}
