import type { ColumnType } from "kysely";

/** Read as epoch milliseconds with fractions, written as text made by `timestamp()`. */
export type Time = ColumnType<number, string, string>;
export type OptionalTime = ColumnType<number | null, string | null | undefined, string | null>;
export type Json<T> = ColumnType<T, string, string>;
