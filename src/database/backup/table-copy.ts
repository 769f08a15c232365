// A table as text that is the same on every server: its columns by name, its rows by primary key, all times in UTC.

import type { Client } from 'pg'

export type CopiedTable = {
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly KeyColumn[]
}

type KeyColumn = { readonly name: string; readonly text: boolean }

/** Fixed for backup, restore and comparison alike. */
export const plainSession = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set lock_timeout = '30s'; set statement_timeout = 0`

/** Every table of ours but the record of migrations, in an order in which no table refers to a later one. */
export async function findTables(client: Client): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<CopiedTable & { refersTo: readonly string[] }>(`
    select c.relname as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(json_build_object('name', a.attname, 'text', t.typcategory = 'S') order by k.place)
        from pg_constraint p cross join unnest(p.conkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum join pg_type t on t.oid = a.atttypid
        where p.conrelid = c.oid and p.contype = 'p'), '[]') as key,
      coalesce((select array_agg(distinct f.relname::text) from pg_constraint r join pg_class f on f.oid = r.confrelid
        where r.conrelid = c.oid and r.contype = 'f' and f.oid <> c.oid), '{}') as "refersTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
    order by c.relname`)
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

/** The rows in a fixed order, whatever the collation of the database. */
export function copyOut({ table, columns, key }: CopiedTable): string {
  const order = (key.length > 0 ? key : columns.map((name) => ({ name, text: false })))
    .map(({ name, text }) => (text ? `${quoted(name)} collate "C"` : quoted(name)))
    .join(', ')
  return `copy (select ${columns.map(quoted).join(', ')} from public.${quoted(table)} order by ${order}) to stdout`
}

export const copyIn = ({ table, columns }: Pick<CopiedTable, 'table' | 'columns'>): string =>
  `copy public.${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`

export const liftForce = (table: string): string => `alter table public.${quoted(table)} no force row level security`
export const putForce = (table: string): string => `alter table public.${quoted(table)} force row level security`
export const countRows = (table: string): string => `select 1 from public.${quoted(table)} limit 1`

/** COPY ends every row with a newline; a newline inside a value is written as a backslash and n. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0
  for (const byte of chunk) if (byte === 10) lines++
  return lines
}
