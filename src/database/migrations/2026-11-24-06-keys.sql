-- Keys of people and of the center, wrapped by the key file, which is never in the database (design section 7, 6). A schema of
-- their own, so that the backup of data does not hold them; `backup-keys` writes them apart.

create schema footbridge_keys;

create table footbridge_keys.person_keys (
  center_id uuid not null,
  -- The child or caregiver, or the center itself for its own secrets.
  owner_id uuid not null,
  version integer not null,
  wrapped bytea not null,
  file_key integer not null,
  created_at timestamptz not null,
  constraint person_keys_pkey primary key (center_id, owner_id, version),
  constraint person_keys_center_fkey foreign key (center_id) references centers (center_id) on delete restrict
);
create index person_keys_of_file_key on footbridge_keys.person_keys (center_id, file_key);

alter table footbridge_keys.person_keys enable row level security;
alter table footbridge_keys.person_keys force row level security;
create policy person_keys_of_center on footbridge_keys.person_keys to footbridge_app
  using (center_id = (select current_center())) with check (center_id = (select current_center()));

grant usage on schema footbridge_keys to footbridge_app;
grant select, insert, delete on footbridge_keys.person_keys to footbridge_app;
grant update (wrapped, file_key) on footbridge_keys.person_keys to footbridge_app;
