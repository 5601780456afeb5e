import type { JsonSchema } from "./procedures.ts";

/** One line of a table of fields. */
export interface FieldRow {
  /** `otp.code`, `messages[].id`; empty for the value itself. */
  field: string;
  type: string;
  /** Needed in what is sent, always there in an answer. */
  required: boolean;
  note: string;
}

interface Place {
  field: string;
  required: boolean;
}

/** The fields of a schema, depth first; of a choice of objects what they share, then what only some have. */
export function schemaRows(
  schema: JsonSchema,
  { field, required }: Place = { field: "", required: true },
): FieldRow[] {
  const [single, nullable] = withoutNull(schema);
  const choices = choicesOf(single);
  const own: FieldRow = {
    field,
    type: typeText(single) + (nullable ? " or null" : ""),
    required,
    note: noteOf(schema),
  };
  if (choices?.some(isObject)) return [...(field === "" ? [] : [own]), ...choiceRows(choices, field)];
  if (isObject(single)) return [...(field === "" ? [] : [own]), ...propertyRows(single, field)];
  const items = single.items as JsonSchema | undefined;
  if (single.type === "array" && items !== undefined && hasFields(items))
    return [
      own,
      ...schemaRows(items, { field: `${field}[]`, required: true }).filter(
        (row) => row.field !== `${field}[]`,
      ),
    ];
  return [own];
}

function propertyRows(schema: JsonSchema, field: string, skip: readonly string[] = []): FieldRow[] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !skip.includes(name))
    .flatMap(([name, property]) =>
      schemaRows(property as JsonSchema, {
        field: field === "" ? name : `${field}.${name}`,
        required: required.includes(name),
      }),
    );
}

/** What all objects of a choice have, and then what only some have, with the constants that tell those apart. */
function choiceRows(choices: readonly JsonSchema[], field: string): FieldRow[] {
  const objects = choices.filter(isObject);
  const tellers = tellersOf(objects);
  const found = new Map<string, { row: FieldRow; in: JsonSchema[] }>();
  for (const object of objects)
    for (const row of propertyRows(object, field, tellers)) {
      const key = JSON.stringify(row);
      const known = found.get(key);
      if (known) known.in.push(object);
      else found.set(key, { row, in: [object] });
    }
  const rows = [...found.values()].map(({ row, in: where }) =>
    where.length === objects.length ? row : withNote(row, whereText(tellers, where)),
  );
  return [...tellers.map((name) => tellerRow(name, { objects, field })), ...rows];
}

/** Fields that are constants in some of the objects, and in the others a list of further constants. */
function tellersOf(objects: readonly JsonSchema[]): string[] {
  const names = new Set(objects.flatMap((object) => Object.keys(object.properties ?? {})));
  return [...names].filter((name) => {
    const values = objects.map((object) => object.properties?.[name] as JsonSchema | undefined);
    return (
      values.every((value) => value?.const !== undefined || value?.enum !== undefined) &&
      values.some((value) => value?.const !== undefined)
    );
  });
}

function tellerRow(
  name: string,
  { objects, field }: { objects: readonly JsonSchema[]; field: string },
): FieldRow {
  const values = objects.map((object) => typeText(object.properties?.[name] as JsonSchema));
  return {
    field: field === "" ? name : `${field}.${name}`,
    type: values.join(", "),
    required: true,
    note: "",
  };
}

function whereText(tellers: readonly string[], objects: readonly JsonSchema[]): string {
  const each = tellers.map(
    (name) =>
      `\`${name}\` is ${objects.map((object) => typeText(object.properties?.[name] as JsonSchema)).join(", ")}`,
  );
  return each.length === 0 ? "in some cases" : `where ${each.join(" and ")}`;
}

function withNote({ field, type, required, note }: FieldRow, where: string): FieldRow {
  return { field, type, required, note: [where, note].filter((part) => part !== "").join("; ") };
}

function choicesOf(schema: JsonSchema): JsonSchema[] | undefined {
  return schema.anyOf ?? schema.oneOf;
}

function isObject(schema: JsonSchema): boolean {
  return schema.type === "object" && schema.properties !== undefined;
}

function hasFields(schema: JsonSchema): boolean {
  const choices = choicesOf(schema);
  return isObject(schema) || (choices?.some(hasFields) ?? false);
}

/** Without "or null", and whether it stood there. */
function withoutNull(schema: JsonSchema): [JsonSchema, boolean] {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== "null");
    const [only] = types;
    return [
      { ...schema, type: types.length === 1 && only ? only : types },
      types.length < schema.type.length,
    ];
  }
  const choices = choicesOf(schema);
  const rest = choices?.filter((choice) => choice.type !== "null");
  if (choices === undefined || rest === undefined || rest.length === choices.length) return [schema, false];
  const [only] = rest;
  return [rest.length === 1 && only ? only : { ...schema, anyOf: rest }, true];
}

function typeText(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(", ");
  const choices = choicesOf(schema);
  if (choices) return [...new Set(choices.map(typeText))].join(" or ");
  if (schema.type === "array")
    return `array of ${schema.items ? typeText(schema.items as JsonSchema) : "anything"}`;
  if (schema.type === "object" && schema.additionalProperties && !schema.properties)
    return `object of ${typeText(schema.additionalProperties as JsonSchema)} by name`;
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return schema.type ?? "any JSON";
}

function noteOf(schema: JsonSchema): string {
  const bounds = [
    limit(schema.minLength, "at least", "characters"),
    limit(schema.maxLength, "at most", "characters"),
    limit(schema.minimum, "from"),
    limit(schema.maximum, "to"),
    limit(schema.maxItems, "at most", "entries"),
    schema.pattern === undefined ? "" : `matches \`${schema.pattern}\``,
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ].filter((part) => part !== "");
  return [schema.description ?? "", bounds.join(", ")].filter((part) => part !== "").join(" ");
}

/** Bounds that only keep a number exact say nothing. */
function limit(value: number | undefined, word: string, unit = ""): string {
  if (value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER) return "";
  return [word, value, unit].filter((part) => part !== "").join(" ");
}
