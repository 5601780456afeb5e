import { Button } from "../parts/button.tsx";
import { Check, SelectField } from "../parts/field.tsx";
import { Section } from "../parts/section.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useCall } from "../parts/use-call.ts";
import type { SignedInState } from "../signed-in-state.ts";
import { texts } from "../texts.ts";
import { Account } from "./account.tsx";
import { Decisions } from "./decisions.tsx";

const words = texts.settings;
const notifications = (["on", "without_code", "off"] as const).map((value) => ({
  value,
  label: words.notificationChoices[value],
}));

/** What a person may set on this device, who it is to the server, and what was answered on it. */
export function SettingsView({ state }: { state: SignedInState }): React.JSX.Element {
  return (
    <>
      <General state={state} />
      <Account account={state.account} />
      <Decisions decisions={state.decisions} />
      <About state={state} />
    </>
  );
}

function General({ state: { settings } }: { state: SignedInState }): React.JSX.Element {
  const change = useCall("settings.change");
  return (
    <Section title={words.general}>
      <div className="stack">
        <SelectField
          label={words.notifications}
          value={settings.notifications}
          options={notifications}
          onChange={(notifications) => void change.run({ notifications })}
        />
        <Check
          label={words.startAtLogin}
          checked={settings.startAtLogin}
          onChange={(startAtLogin) => void change.run({ startAtLogin })}
        />
        <Check
          label={words.showBodies}
          hint={words.showBodiesHint}
          checked={settings.showBodies}
          onChange={(showBodies) => void change.run({ showBodies })}
        />
        <Check
          label={words.paused}
          hint={words.pausedHint}
          checked={settings.paused}
          onChange={(paused) => void change.run({ paused })}
        />
        <ProblemLine problem={change.problem} />
      </div>
    </Section>
  );
}

function About({ state: { app } }: { state: SignedInState }): React.JSX.Element {
  const open = useCall("app.openPage");
  return (
    <Section title={words.about}>
      <p className="selectable">{words.version(app.version)}</p>
      {!app.hasTray && <p className="soft">{words.noTray}</p>}
      <Button look="quiet" busy={open.busy} onPress={() => void open.run({ page: "help" })}>
        {words.help}
      </Button>
      <ProblemLine problem={open.problem} />
    </Section>
  );
}
