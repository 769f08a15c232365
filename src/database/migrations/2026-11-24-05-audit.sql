-- The audit log: an entry in the transaction of what it tells of (design section 7, 7), its place in the Merkle tree and the
-- signed checkpoints. Nothing of it is ever changed: the application may only insert.

alter table audit_entries
  add column subject_kind text,
  add column subject_id uuid,
  add column case_id uuid,
  add column fields text[] not null default '{}',
  add column reason text,
  add constraint audit_entries_reason_is_a_code check (reason ~ '^[a-z0-9-]{1,60}$'),
  add constraint audit_entries_subject_is_a_name check (subject_kind ~ '^[a-z-]{1,40}$');
create index audit_entries_of_case on audit_entries (center_id, case_id, occurred_at);
create index audit_entries_of_person on audit_entries (center_id, person_id, occurred_at);
create index audit_entries_by_time on audit_entries (center_id, occurred_at, entry_id);

create table audit_leaves (
  center_id uuid not null,
  sequence bigint not null,
  entry_id uuid not null,
  leaf bytea not null,
  constraint audit_leaves_pkey primary key (center_id, sequence),
  constraint audit_leaves_entry_key unique (center_id, entry_id),
  constraint audit_leaves_entry_fkey foreign key (center_id, entry_id) references audit_entries (center_id, entry_id) on delete restrict,
  constraint audit_leaves_from_one check (sequence >= 1),
  constraint audit_leaves_length check (octet_length(leaf) = 32)
);

create table audit_checkpoints (
  center_id uuid not null,
  size bigint not null,
  note text not null,
  made_at timestamptz not null,
  constraint audit_checkpoints_pkey primary key (center_id, size),
  constraint audit_checkpoints_center_fkey foreign key (center_id) references centers (center_id) on delete restrict
);

alter table audit_leaves enable row level security;
alter table audit_leaves force row level security;
alter table audit_checkpoints enable row level security;
alter table audit_checkpoints force row level security;

-- Read by the service (sequencing, export), by the privacy officer, and by each person what she did herself.
drop policy audit_entries_read on audit_entries;
drop policy audit_entries_write on audit_entries;
create policy audit_entries_read on audit_entries for select to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null
    or person_id = (select current_person()) or (select has_role('privacy-officer'))));
-- Nobody writes an entry in another's name.
create policy audit_entries_write on audit_entries for insert to footbridge_app
  with check (center_id = (select current_center()) and person_id is not distinct from (select current_person()));
create policy audit_leaves_of_service on audit_leaves to footbridge_app
  using (center_id = (select current_center()) and (select current_person()) is null);
create policy audit_checkpoints_of_service on audit_checkpoints to footbridge_app
  using (center_id = (select current_center())
    and ((select current_person()) is null or (select has_role('privacy-officer'))));

grant select, insert on audit_leaves, audit_checkpoints to footbridge_app;

-- The privacy officer sees no case, but has to find what was done to one: by its exact number, and back.
create function case_for_officer(asked text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select c.case_id from public.cases c
    where c.center_id = public.current_center() and c.number = asked and public.has_role('privacy-officer')
      and not (public.current_person() = any (c.conflicted)));

create function case_facts_for_officer(asked uuid) returns table (number text, sealed boolean, safe_caregivers bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select c.number, c.sealed, (select count(*) from public.case_caregivers g
      where g.center_id = c.center_id and g.case_id = c.case_id and g.safety = 'safe')
    from public.cases c
    where c.center_id = public.current_center() and c.case_id = asked and public.has_role('privacy-officer')
      and not (public.current_person() = any (c.conflicted));
  end;

revoke all on function case_for_officer(text), case_facts_for_officer(uuid) from public;
grant execute on function case_for_officer(text), case_facts_for_officer(uuid) to footbridge_app;
