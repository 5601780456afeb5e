import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  /** Empty for a column of buttons: then screen readers are told "Actions". */
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers; `actions` for buttons. */
  align?: "start" | "end" | "actions";
}

export interface TableProps<Row> {
  /** What the table holds, for screen readers. */
  caption: string;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of the table where there is no row. */
  empty?: ReactNode;
}

/** Rows with a heading for each column; wide ones scroll in themselves. */
export function Table<Row>(props: TableProps<Row>): React.JSX.Element {
  const { caption, columns, rows, rowKey, empty } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, align }) => (
              <th key={key} scope="col" className={cellClass(align)}>
                {header || <span className="unseen">Actions</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, align }, at) =>
                at === 0 ? (
                  <th key={key} scope="row" className={cellClass(align)}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={cellClass(align)}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass(align: Column<unknown>["align"]): string | undefined {
  return align === "end" || align === "actions" ? `cell-${align}` : undefined;
}
