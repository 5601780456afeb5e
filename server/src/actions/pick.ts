import { fail } from "@agentpass/shared/problem";

interface Choice {
  /** The input field that named it. */
  field: string;
  /** What it is, e.g. "device". */
  what: string;
  /** The command that lists them. */
  see: string;
}

/** The row of this id or, where only one has it, this name. Throws `not_found`, or `conflict` with the ids where several have the name. */
export function pick<Row extends { id: string; name: string }>(
  rows: readonly Row[],
  idOrName: string,
  { field, what, see }: Choice,
): Row {
  const byId = rows.find(({ id }) => id === idOrName);
  const [first, ...others] = byId ? [byId] : rows.filter(({ name }) => name === idOrName);
  if (!first)
    return fail(
      "not_found",
      `${field}: there is no ${what} "${idOrName.slice(0, 100)}" that you may see; see: pnpm agentpass ${see}`,
      { field },
    );
  if (others.length > 0)
    fail(
      "conflict",
      `${field}: several are called "${first.name}"; name one by its id: ${[first, ...others].map(({ id }) => id).join(", ")}`,
      { field },
    );
  return first;
}

/** One of the team's members, by id or name. */
export const pickMember = <Row extends { id: string; name: string }>(
  rows: readonly Row[],
  idOrName: string,
): Row => pick(rows, idOrName, { field: "member", what: "member", see: "member list" });
