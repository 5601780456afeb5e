import { useEffect, useState } from "react";
import type { ReceiptView } from "../../shared/ipc-contract.ts";
import { ErrorState, Loading } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { useCall } from "../parts/use-call.ts";
import { texts } from "../texts.ts";
import { receiptHops } from "./receipt-hops.ts";

const words = texts.inbox;

/** How long each hop of one message took; asked for when it is shown. */
export function Receipt({ id }: { id: string }): React.JSX.Element {
  const { run, busy, problem } = useCall("inbox.receipt");
  const [receipt, setReceipt] = useState<ReceiptView | null>(null);
  const load = (): void =>
    void run({ id }).then((result) => {
      if (result.ok) setReceipt(result.value);
    });
  useEffect(load, [run, id]);
  if (problem) return <ErrorState problem={problem} onRetry={load} busy={busy} place="start" />;
  if (receipt === null) return <Loading label={words.receiptLoading} place="start" />;
  return (
    <div className="receipt">
      <Table
        caption={words.receipt}
        rows={receiptHops(receipt)}
        rowKey={({ hop }) => hop}
        columns={[
          { key: "hop", header: words.hop, cell: ({ hop }) => words.hops[hop] },
          {
            key: "took",
            header: words.hopTook,
            align: "end",
            cell: ({ tookMs }) => (tookMs === null ? "" : `+${words.milliseconds(tookMs)}`),
          },
          {
            key: "at",
            header: words.hopAt,
            align: "end",
            cell: ({ sinceStartMs }) =>
              sinceStartMs === null ? words.notYet : words.milliseconds(sinceStartMs),
          },
        ]}
      />
    </div>
  );
}
