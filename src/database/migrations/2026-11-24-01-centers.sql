-- The first tables: centers (tenants), the one-time set-up link, and the audit entries that every write leaves.
-- center_id stands first in every key, so that the schema distributes by center. Row-level security is forced: even the
-- owner sees only what a policy shows.

create function current_center() returns uuid
  language sql stable
  return nullif(current_setting('footbridge.center_id', true), '')::uuid;

create function current_person() returns uuid
  language sql stable
  return nullif(current_setting('footbridge.person_id', true), '')::uuid;

create table centers (
  center_id uuid not null,
  host text,
  name text not null,
  created_at timestamptz not null default now(),
  constraint centers_pkey primary key (center_id),
  constraint centers_host_key unique (host),
  constraint centers_host_lower check (host = lower(host))
);

create table setup_links (
  center_id uuid not null,
  link_id uuid not null,
  token_sha256 bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  constraint setup_links_pkey primary key (center_id, link_id),
  constraint setup_links_token_key unique (center_id, token_sha256),
  constraint setup_links_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint setup_links_token_length check (octet_length(token_sha256) = 32)
);

create table audit_entries (
  center_id uuid not null,
  entry_id uuid not null,
  occurred_at timestamptz not null default now(),
  event text not null,
  person_id uuid,
  constraint audit_entries_pkey primary key (center_id, entry_id),
  constraint audit_entries_center_fkey foreign key (center_id) references centers (center_id) on delete restrict
);

alter table centers enable row level security;
alter table centers force row level security;
alter table setup_links enable row level security;
alter table setup_links force row level security;
alter table audit_entries enable row level security;
alter table audit_entries force row level security;

create policy centers_of_actor on centers for select to footbridge_app
  using (center_id = current_center());
create policy setup_links_of_center on setup_links to footbridge_app
  using (center_id = current_center()) with check (center_id = current_center());
create policy audit_entries_read on audit_entries for select to footbridge_app
  using (center_id = current_center());
create policy audit_entries_write on audit_entries for insert to footbridge_app
  with check (center_id = current_center());

-- The owner makes centers and looks one up before anybody has signed in; it sees no other table's rows.
create policy centers_of_owner on centers to current_user using (true) with check (true);

create function center_for_host(asked text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return coalesce(
    (select c.center_id from public.centers c where c.host = lower(asked)),
    (select min(c.center_id::text)::uuid from public.centers c having count(*) = 1)
  );

revoke all on function center_for_host(text) from public;
grant execute on function center_for_host(text) to footbridge_app;
grant select on centers to footbridge_app;
grant select, insert, update on setup_links to footbridge_app;
grant select, insert on audit_entries to footbridge_app;

-- The level of the schema is no secret: /healthz shows it.
grant select on schema_migrations to footbridge_app;
