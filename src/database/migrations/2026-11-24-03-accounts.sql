-- Who works with a center: its agencies, its people with one discipline and one or more roles, and how they sign in.
-- Every column says its class: P0 public, P1 internal, P2 about staff or about when something was done, P3 about a child or
-- family, P4 identity and narrative of a child or family, or a secret. P3 and up is sealed (bytea) unless the comment says why not.

create table agencies (
  center_id uuid not null,
  agency_id uuid not null,
  kind text not null,
  name text not null,
  constraint agencies_pkey primary key (center_id, agency_id),
  constraint agencies_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint agencies_kind check (kind in ('law-enforcement', 'child-protection', 'prosecution', 'medical',
    'mental-health', 'school', 'probation', 'victim-advocacy', 'tribe', 'child-attorney', 'defender', 'shelter')),
  constraint agencies_name_length check (char_length(name) between 1 and 200)
);

create table people (
  center_id uuid not null,
  person_id uuid not null,
  agency_id uuid,
  name text not null,
  email text not null,
  discipline text not null,
  language text not null default 'en',
  created_at timestamptz not null,
  ended_at timestamptz,
  reviewed_at timestamptz,
  constraint people_pkey primary key (center_id, person_id),
  constraint people_email_key unique (center_id, email),
  constraint people_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint people_agency_fkey foreign key (center_id, agency_id) references agencies (center_id, agency_id) on delete restrict,
  constraint people_name_length check (char_length(name) between 1 and 200),
  constraint people_email_lower check (email = lower(email) and char_length(email) between 3 and 254),
  constraint people_language check (language in ('en', 'es')),
  constraint people_discipline check (discipline in ('administration', 'coordination', 'intake', 'advocacy', 'interview',
    'mentoring', 'law-enforcement', 'child-protection', 'prosecution', 'medical', 'mental-health', 'school', 'probation',
    'victim-advocacy', 'tribe', 'child-attorney', 'defender', 'shelter'))
);

create table person_roles (
  center_id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  constraint person_roles_pkey primary key (center_id, person_id, role),
  constraint person_roles_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete restrict,
  constraint person_roles_role check (role in ('administrator', 'coordinator', 'intake', 'advocate', 'interviewer',
    'clinician', 'medical', 'partner', 'mentor-coordinator', 'mentor', 'statistics', 'privacy-officer'))
);

create table invitations (
  center_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  token_sha256 bytea not null,
  purpose text not null,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint invitations_pkey primary key (center_id, invitation_id),
  constraint invitations_token_key unique (center_id, token_sha256),
  constraint invitations_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete restrict,
  constraint invitations_purpose check (purpose in ('welcome', 'reset')),
  constraint invitations_token_length check (octet_length(token_sha256) = 32)
);

create table passwords (
  center_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz not null,
  constraint passwords_pkey primary key (center_id, person_id),
  constraint passwords_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);

create table totp_secrets (
  center_id uuid not null,
  person_id uuid not null,
  secret bytea not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  constraint totp_secrets_pkey primary key (center_id, person_id),
  constraint totp_secrets_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);

create table passkeys (
  center_id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint passkeys_pkey primary key (center_id, credential_id),
  constraint passkeys_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);
create index passkeys_of_person on passkeys (center_id, person_id);

create table recovery_codes (
  center_id uuid not null,
  person_id uuid not null,
  code_sha256 bytea not null,
  used_at timestamptz,
  constraint recovery_codes_pkey primary key (center_id, person_id, code_sha256),
  constraint recovery_codes_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);

create table sessions (
  center_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  token_sha256 bytea not null,
  mode text not null default 'usual',
  method text not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  stepped_up_at timestamptz,
  ended_at timestamptz,
  constraint sessions_pkey primary key (center_id, session_id),
  constraint sessions_token_key unique (center_id, token_sha256),
  constraint sessions_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade,
  constraint sessions_mode check (mode in ('usual', 'case-review')),
  constraint sessions_method check (method in ('passkey', 'password-totp', 'password-recovery', 'sso', 'password-only', 'invitation', 'demo')),
  constraint sessions_token_length check (octet_length(token_sha256) = 32)
);
create index sessions_of_person on sessions (center_id, person_id);

create table trusted_devices (
  center_id uuid not null,
  person_id uuid not null,
  token_sha256 bytea not null,
  created_at timestamptz not null,
  constraint trusted_devices_pkey primary key (center_id, person_id, token_sha256),
  constraint trusted_devices_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);

-- What a passkey has to sign: kept for five minutes, deleted when it is used. `person_id`: whose new passkey it is for.
create table passkey_challenges (
  center_id uuid not null,
  challenge_sha256 bytea not null,
  person_id uuid,
  expires_at timestamptz not null,
  constraint passkey_challenges_pkey primary key (center_id, challenge_sha256),
  constraint passkey_challenges_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade
);

-- Failures by a keyed digest of the account, the network or the device: no address and no name is kept.
create table sign_in_failures (
  center_id uuid not null,
  subject bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  constraint sign_in_failures_pkey primary key (center_id, subject),
  constraint sign_in_failures_center_fkey foreign key (center_id) references centers (center_id) on delete restrict
);

-- A half-written form of a signed-in person, sealed; offered back to the same person on the same record only.
create table drafts (
  center_id uuid not null,
  person_id uuid not null,
  form text not null,
  sealed bytea not null,
  saved_at timestamptz not null,
  constraint drafts_pkey primary key (center_id, person_id, form),
  constraint drafts_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete cascade,
  constraint drafts_size check (octet_length(sealed) <= 262144)
);

-- What the walls ask of the person who acts. They are evaluated once a statement where a policy says (select ...).
create function has_role(asked text) returns boolean
  language sql stable
  return exists (
    select 1 from person_roles r join people p on p.center_id = r.center_id and p.person_id = r.person_id
    where r.center_id = current_center() and r.person_id = current_person() and r.role = asked and p.ended_at is null
  );

create function current_discipline() returns text
  language sql stable
  return (select p.discipline from people p
    where p.center_id = current_center() and p.person_id = current_person() and p.ended_at is null);

-- Whether these are the values of her own row as it stood before the statement.
create function stays_the_same(new_discipline text, new_agency uuid, new_email text, new_ended timestamptz, new_reviewed timestamptz)
  returns boolean language sql stable
  return exists (select 1 from people p where p.center_id = current_center() and p.person_id = current_person()
    and p.discipline = new_discipline and p.agency_id is not distinct from new_agency and p.email = new_email
    and p.ended_at is not distinct from new_ended and p.reviewed_at is not distinct from new_reviewed);

alter table agencies enable row level security;
alter table agencies force row level security;
alter table people enable row level security;
alter table people force row level security;
alter table person_roles enable row level security;
alter table person_roles force row level security;
alter table invitations enable row level security;
alter table invitations force row level security;
alter table passwords enable row level security;
alter table passwords force row level security;
alter table totp_secrets enable row level security;
alter table totp_secrets force row level security;
alter table passkeys enable row level security;
alter table passkeys force row level security;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
alter table trusted_devices enable row level security;
alter table trusted_devices force row level security;
alter table sign_in_failures enable row level security;
alter table sign_in_failures force row level security;
alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
alter table drafts enable row level security;
alter table drafts force row level security;

-- The directory of colleagues is for everyone who works with the center; only an administrator changes it. The service itself
-- (no person) makes the first administrator and lets an invited person in.
create policy agencies_read on agencies for select to footbridge_app using (center_id = (select current_center()));
create policy agencies_add on agencies for insert to footbridge_app
  with check (center_id = (select current_center()) and (select has_role('administrator')));
create policy agencies_change on agencies for update to footbridge_app
  using (center_id = (select current_center()) and (select has_role('administrator')));

create policy people_read on people for select to footbridge_app using (center_id = (select current_center()));
create policy people_add on people for insert to footbridge_app
  with check (center_id = (select current_center()) and ((select current_person()) is null or (select has_role('administrator'))));
-- Of herself a person changes what she is called and her language: her discipline decides what she reads.
create policy people_change on people for update to footbridge_app
  using (center_id = (select current_center())
    and ((select current_person()) is null or person_id = (select current_person()) or (select has_role('administrator'))))
  with check (center_id = (select current_center()) and case
    when (select current_person()) is null then true
    when person_id = (select current_person()) then stays_the_same(discipline, agency_id, email, ended_at, reviewed_at)
    else (select has_role('administrator')) end);

create policy person_roles_read on person_roles for select to footbridge_app using (center_id = (select current_center()));
create policy person_roles_add on person_roles for insert to footbridge_app
  with check (center_id = (select current_center())
    and ((select current_person()) is null
      or ((select has_role('administrator')) and person_id <> (select current_person()))));
create policy person_roles_end on person_roles for delete to footbridge_app
  using (center_id = (select current_center()) and (select has_role('administrator')) and person_id <> (select current_person()));

create policy invitations_of_service on invitations to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or (select has_role('administrator'))))
  with check (center_id = (select current_center()) and ((select current_person()) is null or (select has_role('administrator'))));

-- What proves who somebody is: the service, and each person for herself; no colleague, no administrator.
create policy passwords_of_self on passwords to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy totp_secrets_of_self on totp_secrets to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy passkeys_of_self on passkeys to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy recovery_codes_of_self on recovery_codes to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy trusted_devices_of_self on trusted_devices to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy passkey_challenges_of_service on passkey_challenges to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or person_id = (select current_person())));
create policy sign_in_failures_of_service on sign_in_failures to footbridge_app
  using (center_id = (select current_center()) and (select current_person()) is null);
-- An administrator sees and ends the sessions of others; she begins none in another's name.
create policy sessions_read on sessions for select to footbridge_app
  using (center_id = (select current_center())
    and ((select current_person()) is null or person_id = (select current_person()) or (select has_role('administrator'))));
create policy sessions_begin on sessions for insert to footbridge_app
  with check (center_id = (select current_center())
    and ((select current_person()) is null or person_id = (select current_person())));
create policy sessions_change on sessions for update to footbridge_app
  using (center_id = (select current_center())
    and ((select current_person()) is null or person_id = (select current_person()) or (select has_role('administrator'))));
create policy drafts_of_self on drafts to footbridge_app
  using (center_id = (select current_center()) and person_id = (select current_person()));

grant select, insert, update on agencies, people, invitations, passwords, totp_secrets, passkeys, recovery_codes, sessions,
  trusted_devices, sign_in_failures, drafts to footbridge_app;
grant select, insert, delete on person_roles to footbridge_app;
grant select, insert, delete on passkey_challenges to footbridge_app;
grant delete on passwords, totp_secrets, passkeys, recovery_codes, trusted_devices, sign_in_failures, drafts to footbridge_app;
-- Nobody moves an account to another center, or changes who it is.
revoke update on people from footbridge_app;
-- Nor gives a session another token or holder.
revoke update on sessions from footbridge_app;
grant update (mode, last_seen_at, stepped_up_at, ended_at) on sessions to footbridge_app;
grant update (name, email, discipline, agency_id, language, ended_at, reviewed_at) on people to footbridge_app;
