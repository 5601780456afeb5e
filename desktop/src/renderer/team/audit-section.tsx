import type { AuditItem } from "@agentpass/shared/audit-api";
import { useState } from "react";
import { TextField } from "../parts/field.tsx";
import { QueryView } from "../parts/query-view.tsx";
import { EmptyState } from "../parts/states.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { useTeamQuery } from "../parts/use-team-query.ts";
import { actionWords, actorWords, changeWords, shortId } from "./audit-words.ts";
import { Moment } from "./moment.tsx";
import { PagerButtons, usePager } from "./pager.tsx";
import { teamTexts } from "./team-texts.ts";
import { useSettled } from "./use-settled.ts";
import { VerifyAudit } from "./verify-audit.tsx";

const texts = teamTexts.audit;

/** What was done in the team, by whom and when, newest first. */
export function AuditSection(): React.JSX.Element {
  const pager = usePager<number>();
  const [who, setWho] = useState("");
  const [action, setAction] = useState("");
  const wanted = useSettled(JSON.stringify([who.trim(), actionOf(action)]));
  const [by, what] = JSON.parse(wanted) as [string, string];
  const entries = useTeamQuery("audit.list", {
    ...(by === "" ? {} : { who: by }),
    ...(what === "" ? {} : { action: what }),
    ...(pager.cursor === undefined ? {} : { before: pager.cursor }),
  });
  const filtered = by !== "" || what !== "";
  return (
    <div className="stack">
      <VerifyAudit />
      <div className="filters">
        <TextField
          label={texts.who}
          hint={texts.whoHint}
          value={who}
          maxLength={100}
          onChange={(value) => {
            setWho(value);
            pager.reset();
          }}
        />
        <TextField
          label={texts.action}
          hint={texts.actionHint}
          value={action}
          maxLength={60}
          onChange={(value) => {
            setAction(value);
            pager.reset();
          }}
        />
      </div>
      <QueryView query={entries} loading={texts.loading}>
        {(page) => (
          <>
            <Table
              caption={texts.caption}
              rows={page.entries}
              rowKey={({ seq }) => String(seq)}
              columns={columns}
              empty={
                <EmptyState title={filtered ? texts.noMatch : texts.empty} place="start">
                  {filtered ? texts.noMatchText : texts.emptyText}
                </EmptyState>
              }
            />
            <PagerButtons pager={pager} next={page.nextBefore} />
          </>
        )}
      </QueryView>
    </div>
  );
}

/** As people may type it: "Number suspended", "number: suspended" and "number.suspended" are the same. */
function actionOf(typed: string): string {
  const [subject = "", ...verb] = typed
    .trim()
    .toLowerCase()
    .split(/[\s.:_]+/)
    .filter(Boolean);
  return verb.length === 0 ? subject : `${subject}.${verb.join("_")}`;
}

const columns: Column<AuditItem>[] = [
  { key: "action", header: texts.what, cell: ({ action }) => actionWords(action) },
  {
    key: "subject",
    header: texts.subject,
    cell: ({ subject }) =>
      subject && (
        <bdi className={subject.name?.startsWith("+") === true ? "numeric" : undefined}>
          {subject.name ?? `${subject.type} ${shortId(subject.id)}`}
        </bdi>
      ),
  },
  { key: "who", header: texts.who, cell: (entry) => <bdi>{actorWords(entry)}</bdi> },
  {
    key: "change",
    header: texts.change,
    cell: (entry) => (
      <ul className="small selectable">
        {changeWords(entry).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ),
  },
  { key: "at", header: texts.when, cell: ({ at }) => <Moment at={at} /> },
];
