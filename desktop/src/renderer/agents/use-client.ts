import type { Problem } from "@agentpass/shared/problem";
import { useEffect, useRef, useState } from "react";
import type { ClientView, InstallerId, VerifyCheck } from "../../shared/client-connections.ts";
import { useAnnounce } from "../parts/announce.tsx";
import type { Outcome } from "../parts/use-action.ts";
import { callMain } from "../parts/use-call.ts";
import { clientTexts as words } from "./client-texts.ts";

/** What the last deed on a client told. */
export type Told =
  | { what: "connected"; backup: string | null; next: string }
  | { what: "checked"; checks: VerifyCheck[]; isOver: boolean }
  | { what: "disconnected" }
  | { what: "installing" }
  | { what: "problem"; problem: Problem };

export type Deed = keyof typeof words.working;

export interface ClientDeeds {
  /** The deed that is under way. */
  working: Deed | null;
  told: Told | null;
  connect: () => void;
  verify: () => void;
  disconnect: () => void;
  install: (id: InstallerId) => void;
}

/** What a person may do with one client, and what came of it; `onChanged` is given the client as it is then. */
export function useClient(
  { id, name }: ClientView,
  onChanged: (client: ClientView | null) => void,
): ClientDeeds {
  const [working, setWorking] = useState<Deed | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const announce = useAnnounce();
  const isVerifying = useRef(false);

  useEffect(
    () =>
      window.agentpass.on("clientCheck", ({ id: checked, check }) => {
        if (checked !== id || !isVerifying.current) return;
        setTold((now) => ({ what: "checked", checks: [...checksOf(now), check], isOver: false }));
        announce(words.checkSaid(check));
      }),
    [id, announce],
  );

  const run = async (deed: Deed, act: () => Promise<Outcome<[Told, ClientView | null]>>): Promise<void> => {
    setWorking(deed);
    setTold(null);
    const outcome = await act();
    setWorking(null);
    const [result, client]: [Told, ClientView | null] = outcome.ok
      ? outcome.value
      : [{ what: "problem", problem: outcome.problem }, null];
    setTold(result);
    onChanged(client);
    announce(saidOf(result, name));
  };

  const verify = async (): Promise<void> => {
    isVerifying.current = true;
    await run("verify", async () =>
      map(await callMain("clients.verify", { id }), ({ client, checks }) => [
        { what: "checked", checks, isOver: true },
        client,
      ]),
    );
    isVerifying.current = false;
  };

  return {
    working,
    told,
    connect: () =>
      void run("connect", async () =>
        map(await callMain("clients.connect", { id }), ({ client, backup, next }) => [
          { what: "connected", backup, next },
          client,
        ]),
      ),
    verify: () => void verify(),
    disconnect: () =>
      void run("disconnect", async () =>
        map(await callMain("clients.disconnect", { id }), (client) => [{ what: "disconnected" }, client]),
      ),
    install: (installer) =>
      void run("install", async () =>
        map(await callMain("clients.openInstaller", { id: installer }), () => [{ what: "installing" }, null]),
      ),
  };
}

function map<Input, Output>(outcome: Outcome<Input>, give: (value: Input) => Output): Outcome<Output> {
  return outcome.ok ? { ok: true, value: give(outcome.value) } : outcome;
}

function checksOf(told: Told | null): VerifyCheck[] {
  return told?.what === "checked" ? told.checks : [];
}

/** For screen readers; a problem is an alert of its own. */
function saidOf(told: Told, name: string): string {
  switch (told.what) {
    case "connected":
      return `${name}: ${words.states.connected}. ${told.next}`;
    case "checked":
      return verdict(told.checks, name);
    case "disconnected":
      return words.disconnected(name);
    case "installing":
      return words.installed(name);
    case "problem":
      return "";
  }
}

/** What the checks come to, once they are over. */
export function verdict(checks: readonly VerifyCheck[], name: string): string {
  return checks.every(({ ok }) => ok) ? words.allPassed(name) : words.checkFailed(name);
}
