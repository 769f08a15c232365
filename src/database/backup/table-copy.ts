// A table as text that is the same on every server: its columns by name, its rows by primary key, all times in UTC.

import type { Client } from 'pg'

/** Everything that is backed up as data, and the wrapped keys, which never are. */
export type CopiedSchema = 'public' | 'footbridge_keys'

export type CopiedTable = {
  readonly schema: CopiedSchema
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly KeyColumn[]
}

type KeyColumn = { readonly name: string; readonly text: boolean }

/** Fixed for backup, restore and comparison alike. */
export const plainSession = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set lock_timeout = '30s'; set statement_timeout = 0`

/** Every table of a schema but the record of migrations, in an order in which no table refers to a later one. */
export async function findTables(client: Client, schema: CopiedSchema = 'public'): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { refersTo: readonly string[] }>(
    `
    select n.nspname as schema, c.relname as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(json_build_object('name', a.attname, 'text', t.typcategory = 'S') order by k.place)
        from pg_constraint p cross join unnest(p.conkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum join pg_type t on t.oid = a.atttypid
        where p.conrelid = c.oid and p.contype = 'p'), '[]') as key,
      coalesce((select array_agg(distinct f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
        where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid and f.relnamespace = c.relnamespace), '{}') as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
    order by c.relname`,
    [schema],
  )
  return inOrder(rows)
}

function inOrder(tables: readonly (CopiedTable & { refersTo: readonly string[] })[]): readonly CopiedTable[] {
  const placed: (CopiedTable & { refersTo: readonly string[] })[] = []
  while (placed.length < tables.length) {
    const names = new Set(placed.map(({ table }) => table))
    const next = tables.find(({ table, refersTo }) => !names.has(table) && refersTo.every((other) => names.has(other)))
    if (next === undefined) throw new Error('Tables refer to each other in a circle: a backup cannot order them')
    placed.push(next)
  }
  return placed
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Named = Pick<CopiedTable, 'schema' | 'table'>

const full = ({ schema, table }: Named): string => `${quoted(schema)}.${quoted(table)}`

/** The rows in a fixed order, whatever the collation of the database. */
export function copyOut({ schema, table, columns, key }: CopiedTable): string {
  const order = (key.length > 0 ? key : columns.map((name) => ({ name, text: false })))
    .map(({ name, text }) => (text ? `${quoted(name)} collate "C"` : quoted(name)))
    .join(', ')
  return `copy (select ${columns.map(quoted).join(', ')} from ${full({ schema, table })} order by ${order}) to stdout`
}

export const copyIn = ({ columns, ...table }: Pick<CopiedTable, 'schema' | 'table' | 'columns'>): string =>
  `copy ${full(table)} (${columns.map(quoted).join(', ')}) from stdin`

export const liftForce = (table: Named): string => `alter table ${full(table)} no force row level security`
export const putForce = (table: Named): string => `alter table ${full(table)} force row level security`
export const countRows = (table: Named): string => `select 1 from ${full(table)} limit 1`

/** COPY ends every row with a newline; a newline inside a value is written as a backslash and n. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0
  for (const byte of chunk) if (byte === 10) lines++
  return lines
}
