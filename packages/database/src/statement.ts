import { Column, eq, is, Param, Placeholder, SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Database } from './connect.ts';
import * as schema from './schema.ts';

/** Stands for a value of each call, written as the column writes its own; without a column as it is, lists too. */
export type Place<Values> = (name: keyof Values & string, column?: AnyPgColumn) => SQL;

interface Built<Row> {
  prepare(name: string): { execute(): Promise<Row[]> };
}

/** A statement with the values of one call; joins the transaction that `database` carries. Gives its rows. */
export type Statement<Values, Row> = (call: { database: Database; values: Values }) => Promise<Row[]>;

interface Text {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly fields: readonly Field[];
}

interface Field {
  readonly path: readonly string[];
  readonly decode: (value: unknown) => unknown;
}

/** What Drizzle's prepared queries and sessions hold, of which its types say nothing. */
interface Prepared {
  readonly queryString: string;
  readonly params: readonly unknown[];
  readonly fields: readonly { readonly path: readonly string[]; readonly field: unknown }[] | undefined;
}

interface Driver {
  unsafe(
    text: string,
    parameters: unknown[],
    options: { prepare: true; simple: false },
  ): Promise<Record<string, unknown>[]> & { values(): Promise<unknown[][]> };
}

const builder = drizzle.mock({ schema, casing: 'snake_case' });

/**
 * A statement whose text is made once, at its first use, and which PostgreSQL plans once for each connection. For what runs
 * at every hop and every event: there, making the text again costs more than running it. Without a left join that
 * selects whole tables: a row of nulls stays one.
 */
export function statement<Values extends object>() {
  return <Row>(build: (database: typeof builder, place: Place<Values>) => Built<Row>): Statement<Values, Row> => {
    let made: Text | undefined;
    return async ({ database, values }) => {
      made ??= textOf(build(builder, placeIn) as unknown as Built<unknown>);
      const rows = await driverOf(database)
        .unsafe(made.text, fill({ parameters: made.parameters, values }), { prepare: true, simple: false })
        .values();
      const { fields } = made;
      return rows.map((row) => decodeRow({ row, fields }) as Row);
    };
  };
}

/**
 * A statement about the rows of some ids, in two texts: one id is compared plainly, several as a list. PostgreSQL plans
 * one with a list anew at every call, since it guesses lists to be long.
 */
export function statementOfIds<Id extends string>() {
  return <Row>(build: (database: typeof builder, isAmong: (column: AnyPgColumn) => SQL) => Built<Row>) => {
    const ofOne = statement<{ id: Id | undefined }>()((database, place) =>
      build(database, (column) => eq(column, place('id', column))),
    );
    const ofSome = statement<{ ids: readonly Id[] }>()((database, place) =>
      build(database, (column) => sql`${column} = any(${place('ids')}::uuid[])`),
    );
    return ({ database, ids }: { database: Database; ids: readonly Id[] }): Promise<Row[]> =>
      ids.length === 1 ? ofOne({ database, values: { id: ids[0] } }) : ofSome({ database, values: { ids } });
  };
}

function placeIn(name: string, column?: AnyPgColumn): SQL {
  return new SQL([new Param(new Placeholder(name), column)]);
}

function textOf(built: Built<unknown>): Text {
  const { queryString, params, fields } = built.prepare('statement') as unknown as Prepared;
  return {
    text: queryString,
    parameters: params,
    fields: (fields ?? []).map(({ path, field }) => ({ path, decode: decoderOf(field) })),
  };
}

function decoderOf(field: unknown): Field['decode'] {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value);
  const selected = is(field, SQL.Aliased) ? field.sql : field;
  if (!is(selected, SQL)) throw new Error('a statement selects columns and expressions only');
  const { decoder } = selected as unknown as { decoder: { mapFromDriverValue: Field['decode'] } };
  return (value) => decoder.mapFromDriverValue(value);
}

function fill({ parameters, values }: { parameters: readonly unknown[]; values: object }): unknown[] {
  return parameters.map((parameter) => {
    if (is(parameter, Placeholder)) return Reflect.get(values, parameter.name);
    if (!is(parameter, Param) || !is(parameter.value, Placeholder)) return parameter;
    const value: unknown = Reflect.get(values, parameter.value.name);
    return value === null || value === undefined ? null : parameter.encoder.mapToDriverValue(value);
  });
}

function decodeRow({ row, fields }: { row: readonly unknown[]; fields: readonly Field[] }): unknown {
  const result: Record<string, unknown> = {};
  fields.forEach(({ path, decode }, index) => {
    const value = row[index];
    const decoded = value === null ? null : decode(value);
    const [outer = '', inner] = path;
    if (inner === undefined) result[outer] = decoded;
    else result[outer] = Object.assign(result[outer] ?? {}, { [inner]: decoded });
  });
  return result;
}

/** The driver's connection that Drizzle's database or transaction stands on. */
function driverOf(database: Database): Driver {
  return (database as unknown as { _: { session: { client: Driver } } })._.session.client;
}
