import { useRef } from "react";
import type { ClientView, InstallerId } from "../../shared/client-connections.ts";
import { Button } from "../parts/button.tsx";
import { Badge, type Tone } from "../parts/marks.tsx";
import { clientTexts as words } from "./client-texts.ts";
import { ClientTold } from "./client-told.tsx";
import { useClient, type ClientDeeds } from "./use-client.ts";

interface ClientRowProps {
  client: ClientView;
  /** What the app can open to have this client add the bridge itself. */
  installer: InstallerId | null;
  /** A text with its paths as a person writes them. */
  short: (text: string) => string;
  /** With the client as it is now; null where that is to be asked. */
  onChanged: (client: ClientView | null) => void;
}

const tones: Partial<Record<ClientView["state"], Tone>> = {
  connected: "good",
  changed: "warn",
  unreadable: "bad",
};

/** One client that is on this computer: where it stands, what may be done, and what came of that. */
export function ClientRow({ client, installer, short, onChanged }: ClientRowProps): React.JSX.Element {
  const { name, state, configFile, problem } = client;
  const deeds = useClient(client, onChanged);
  const actions = useRef<HTMLDivElement>(null);
  const tone = tones[state];
  return (
    <li className="client">
      <div className="client-line">
        <div className="client-what">
          <h3>
            <bdi>{name}</bdi>{" "}
            {tone ? (
              <Badge tone={tone}>{words.states[state]}</Badge>
            ) : (
              <span className="client-state soft small">{words.states[state]}</span>
            )}
          </h3>
          <p className="soft small selectable client-file">
            <bdi>{short(configFile)}</bdi>
          </p>
        </div>
        <div className="client-actions" ref={actions}>
          <MainButton {...{ client, installer, deeds }} onRetry={() => onChanged(null)} />
          {(state === "connected" || state === "changed") && (
            <Button
              look="quiet"
              label={words.forClient(words.disconnect, name)}
              busy={deeds.working !== null}
              onPress={() => {
                // This button goes away with the entry, and would take the focus with it.
                actions.current?.querySelector("button")?.focus();
                deeds.disconnect();
              }}
            >
              {words.disconnect}
            </Button>
          )}
          {state === "not_connected" && installer && <OtherWay {...{ client, installer, deeds }} />}
        </div>
      </div>
      {state === "changed" && <p className="soft">{words.changed}</p>}
      {problem && <p className="problem-line selectable">{short(problem.message)}</p>}
      <ClientTold {...{ client, short }} told={deeds.told} working={deeds.working} />
    </li>
  );
}

interface ButtonsProps {
  client: ClientView;
  installer: InstallerId | null;
  deeds: ClientDeeds;
}

/** It rewrites its settings file while it runs: its own installer is the safer way where there is one. */
function prefersInstaller(installer: InstallerId | null): installer is "claude-desktop" {
  return installer === "claude-desktop";
}

/** What a person wants next of this client: one element whatever it says, so that the focus stays on it. */
function MainButton(props: ButtonsProps & { onRetry: () => void }): React.JSX.Element {
  const { installer, deeds, onRetry } = props;
  const { name, state } = props.client;
  const connect = prefersInstaller(installer) ? () => deeds.install(installer) : deeds.connect;
  const [action, press] = {
    absent: [words.connect, connect] as const,
    not_connected: [words.connect, connect] as const,
    connected: [words.verify, deeds.verify] as const,
    changed: [words.repair, deeds.connect] as const,
    unreadable: [words.tryAgain, onRetry] as const,
  }[state];
  return (
    <Button label={words.forClient(action, name)} busy={deeds.working !== null} onPress={press}>
      {action}
    </Button>
  );
}

/** The second way to connect a client that has one. */
function OtherWay({ client: { name }, installer, deeds }: ButtonsProps & { installer: InstallerId }) {
  const busy = deeds.working !== null;
  return prefersInstaller(installer) ? (
    <Button
      look="quiet"
      label={words.forClient(words.editSettings, name)}
      busy={busy}
      onPress={deeds.connect}
    >
      {words.editSettings}
    </Button>
  ) : (
    <Button look="quiet" busy={busy} onPress={() => deeds.install(installer)}>
      {words.openIn(name)}
    </Button>
  );
}
