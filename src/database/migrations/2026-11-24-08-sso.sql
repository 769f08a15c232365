-- Sign-in with an agency's own directory (OpenID Connect): which identity of which directory belongs to which account, bound at
-- the first sign-in, and the sign-ins that were answered already, so that no answer counts twice. What the directory calls a
-- person is kept as a digest only.

create table sso_identities (
  center_id uuid not null,
  provider text not null,
  subject_sha256 bytea not null,
  person_id uuid not null,
  bound_at timestamptz not null,
  constraint sso_identities_pkey primary key (center_id, provider, subject_sha256),
  constraint sso_identities_one_each unique (center_id, provider, person_id),
  constraint sso_identities_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade,
  constraint sso_identities_provider_is_a_name check (provider ~ '^[a-z0-9-]{1,40}$'),
  constraint sso_identities_subject_length check (octet_length(subject_sha256) = 32)
);

-- Kept until the sign-in would be too old anyway.
create table sso_answers (
  center_id uuid not null,
  state_sha256 bytea not null,
  expires_at timestamptz not null,
  constraint sso_answers_pkey primary key (center_id, state_sha256),
  constraint sso_answers_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint sso_answers_state_length check (octet_length(state_sha256) = 32)
);

alter table sso_identities enable row level security;
alter table sso_identities force row level security;
alter table sso_answers enable row level security;
alter table sso_answers force row level security;

-- As with passkeys: the service, and each person for herself; no colleague, no administrator.
create policy sso_identities_of_self on sso_identities to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy sso_answers_of_service on sso_answers to footbridge_app
  using (center_id = (select current_center()) and (select current_person()) is null);

-- An identity is never moved to another account: no update.
grant select, insert, delete on sso_identities, sso_answers to footbridge_app;

comment on column sso_identities.center_id is 'P1';
comment on column sso_identities.provider is 'P2';
comment on column sso_identities.subject_sha256 is 'P2';
comment on column sso_identities.person_id is 'P2';
comment on column sso_identities.bound_at is 'P2';
comment on column sso_answers.center_id is 'P1';
comment on column sso_answers.state_sha256 is 'P2';
comment on column sso_answers.expires_at is 'P1';
