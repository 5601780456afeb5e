import type { AuditReport } from "@agentpass/shared/audit-api";
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { Banner } from "../parts/marks.tsx";
import { ProblemLine } from "../parts/states.tsx";
import { useAction, type Outcome } from "../parts/use-action.ts";
import { callTeam } from "../parts/use-call.ts";
import { verdictWords } from "./audit-words.ts";
import { useTeam } from "./team-context.ts";
import { teamTexts } from "./team-texts.ts";

const texts = teamTexts.audit;

/** Walks the record's chain and says what was found. */
export function VerifyAudit(): React.JSX.Element {
  const { connected } = useTeam();
  const [report, setReport] = useState<AuditReport | null>(null);
  const [checked, setChecked] = useState(0);
  const verify = useAction<undefined, AuditReport>(() => walk(setChecked));
  const start = async (): Promise<void> => {
    setReport(null);
    setChecked(0);
    const outcome = await verify.run(undefined);
    if (outcome.ok) setReport(outcome.value);
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <Button busy={verify.busy} disabled={!connected} onPress={() => void start()}>
          {texts.verify}
        </Button>
        <span className="soft">{verify.busy ? texts.verifying(checked) : texts.verifyHint}</span>
      </div>
      <ProblemLine problem={verify.problem} />
      {report !== null && (
        <Banner tone={report.fault === null ? "accent" : "bad"}>{verdictWords(report)}</Banner>
      )}
    </div>
  );
}

/** The whole chain, part by part. */
async function walk(onProgress: (checked: number) => void): Promise<Outcome<AuditReport>> {
  let checked = 0;
  for (let after = 0; ;) {
    const outcome = await callTeam("audit.verify", { after });
    if (!outcome.ok) return outcome;
    const report = outcome.value;
    checked += report.checked;
    onProgress(checked);
    if (report.done || report.fault !== null) return { ok: true, value: { ...report, checked } };
    after = report.last;
  }
}
