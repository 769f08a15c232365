-- The first record to protect: a child, caregivers, a case, its team, notes with the discipline that owns them, tasks.
-- Casework will widen it. Who may see a case is decided here once more (design section 7, 4): the center, then no conflict of
-- interest, then the scope of the person's roles, then for a narrow scope or a sealed case the row in case_access.

create table individuals (
  center_id uuid not null,
  individual_id uuid not null,
  kind text not null,
  given_name bytea,
  surname bytea,
  birth_date bytea,
  phone bytea,
  key_version integer not null default 1,
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint individuals_pkey primary key (center_id, individual_id),
  constraint individuals_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint individuals_kind check (kind in ('child', 'caregiver')),
  constraint individuals_erased_is_empty check (erased_at is null
    or (given_name is null and surname is null and birth_date is null and phone is null))
);

create table cases (
  center_id uuid not null,
  case_id uuid not null,
  number text not null,
  child_id uuid not null,
  opened_on date not null,
  closed_on date,
  sealed boolean not null default false,
  legal_hold boolean not null default false,
  conflicted uuid[] not null default '{}',
  version integer not null default 1,
  constraint cases_pkey primary key (center_id, case_id),
  constraint cases_number_key unique (center_id, number),
  constraint cases_child_fkey foreign key (center_id, child_id) references individuals (center_id, individual_id) on delete restrict,
  constraint cases_number_form check (number ~ '^[0-9]{4}-[0-9]{4,6}$'),
  constraint cases_closed_later check (closed_on >= opened_on)
);
create index cases_of_child on cases (center_id, child_id);
create index cases_by_date on cases (center_id, opened_on desc, case_id);

create table case_caregivers (
  center_id uuid not null,
  case_id uuid not null,
  individual_id uuid not null,
  relationship text not null,
  safety text not null default 'unknown',
  constraint case_caregivers_pkey primary key (center_id, case_id, individual_id),
  constraint case_caregivers_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint case_caregivers_individual_fkey foreign key (center_id, individual_id) references individuals (center_id, individual_id) on delete restrict,
  constraint case_caregivers_relationship check (relationship in ('mother', 'father', 'grandparent', 'relative', 'foster-parent', 'guardian', 'other')),
  constraint case_caregivers_safety check (safety in ('unknown', 'safe', 'not-safe'))
);
create index case_caregivers_of_individual on case_caregivers (center_id, individual_id);

create table case_team (
  center_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  discipline text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  constraint case_team_pkey primary key (center_id, case_id, person_id),
  constraint case_team_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint case_team_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete restrict
);

-- Whom the walls let in; written in the transaction that changes the team or breaks the glass.
create table case_access (
  center_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  kind text not null,
  until timestamptz,
  constraint case_access_pkey primary key (center_id, person_id, case_id, kind),
  constraint case_access_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint case_access_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete restrict,
  constraint case_access_kind check (kind in ('team', 'break-glass')),
  constraint case_access_glass_ends check (kind = 'team' or until is not null)
);

create table case_conflicts (
  center_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint case_conflicts_pkey primary key (center_id, case_id, person_id),
  constraint case_conflicts_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint case_conflicts_person_fkey foreign key (center_id, person_id) references people (center_id, person_id) on delete restrict
);

create table notes (
  center_id uuid not null,
  case_id uuid not null,
  note_id uuid not null,
  author_id uuid not null,
  discipline text not null,
  shared boolean not null,
  body bytea,
  key_version integer not null default 1,
  written_at timestamptz not null,
  constraint notes_pkey primary key (center_id, case_id, note_id),
  constraint notes_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint notes_author_fkey foreign key (center_id, author_id) references people (center_id, person_id) on delete restrict
);

create table tasks (
  center_id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  kind text not null,
  assignee_id uuid not null,
  due_on date not null,
  done_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint tasks_pkey primary key (center_id, case_id, task_id),
  constraint tasks_case_fkey foreign key (center_id, case_id) references cases (center_id, case_id) on delete cascade,
  constraint tasks_assignee_fkey foreign key (center_id, assignee_id) references people (center_id, person_id) on delete restrict,
  constraint tasks_kind check (kind in ('call-back', 'interview', 'medical-exam', 'therapy-intake', 'team-review', 'safety-plan', 'court', 'other'))
);
create index tasks_of_assignee on tasks (center_id, assignee_id, done_at, due_on);

-- Keyed sounds of names (docs/decisions/2026-11-24-search.md): equality only.
create table name_indexes (
  center_id uuid not null,
  kind text not null,
  value bytea not null,
  individual_id uuid not null,
  constraint name_indexes_pkey primary key (center_id, kind, value, individual_id),
  constraint name_indexes_individual_fkey foreign key (center_id, individual_id) references individuals (center_id, individual_id) on delete cascade,
  constraint name_indexes_kind check (kind in ('surname', 'given', 'surname-birth-year'))
);
create index name_indexes_of_individual on name_indexes (center_id, individual_id);

-- What was erased, for ever: a restore replays it. It names nobody.
create table erasures (
  center_id uuid not null,
  individual_id uuid not null,
  erased_at timestamptz not null,
  erased_by uuid not null,
  constraint erasures_pkey primary key (center_id, individual_id),
  constraint erasures_center_fkey foreign key (center_id) references centers (center_id) on delete restrict
);

-- wide: every case of the center that is not sealed; narrow: those of case_access; none: no case at all.
create function case_scope() returns text
  language sql stable
  return (
    select case
      when bool_or(r.role in ('coordinator', 'intake')) then 'wide'
      when bool_or(r.role in ('advocate', 'interviewer', 'clinician', 'medical', 'partner')) then 'narrow'
      else 'none' end
    from person_roles r join people p on p.center_id = r.center_id and p.person_id = r.person_id
    where r.center_id = current_center() and r.person_id = current_person() and p.ended_at is null
  );

alter table individuals enable row level security;
alter table individuals force row level security;
alter table cases enable row level security;
alter table cases force row level security;
alter table case_caregivers enable row level security;
alter table case_caregivers force row level security;
alter table case_team enable row level security;
alter table case_team force row level security;
alter table case_access enable row level security;
alter table case_access force row level security;
alter table case_conflicts enable row level security;
alter table case_conflicts force row level security;
alter table notes enable row level security;
alter table notes force row level security;
alter table tasks enable row level security;
alter table tasks force row level security;
alter table name_indexes enable row level security;
alter table name_indexes force row level security;
alter table erasures enable row level security;
alter table erasures force row level security;

-- One's own rows only: who else may see a case would tell that it exists. Changed through the functions below.
create policy case_access_of_self on case_access for select to footbridge_app
  using (center_id = (select current_center()) and person_id = (select current_person()));

-- The scope is asked once: each `(select ...)` is a look-up of its own.
create policy cases_read on cases for select to footbridge_app
  using (center_id = (select current_center())
    and not (coalesce((select current_person()), '00000000-0000-0000-0000-000000000000') = any (conflicted))
    and case (select case_scope())
      when 'wide' then not sealed or exists (
        select 1 from case_access a
        where a.center_id = cases.center_id and a.person_id = (select current_person()) and a.case_id = cases.case_id
          and (a.until is null or a.until > now()))
      when 'narrow' then exists (
        select 1 from case_access a
        where a.center_id = cases.center_id and a.person_id = (select current_person()) and a.case_id = cases.case_id
          and (a.until is null or a.until > now()))
      else false end);
create policy cases_add on cases for insert to footbridge_app
  with check (center_id = (select current_center()) and (select case_scope()) = 'wide');
-- The same again: an update that reads no column is not held by the policy of select.
create policy cases_change on cases for update to footbridge_app
  using (center_id = (select current_center())
    and not (coalesce((select current_person()), '00000000-0000-0000-0000-000000000000') = any (conflicted))
    and case (select case_scope())
      when 'wide' then not sealed or exists (
        select 1 from case_access a
        where a.center_id = cases.center_id and a.person_id = (select current_person()) and a.case_id = cases.case_id
          and (a.until is null or a.until > now()))
      when 'narrow' then exists (
        select 1 from case_access a
        where a.center_id = cases.center_id and a.person_id = (select current_person()) and a.case_id = cases.case_id
          and (a.until is null or a.until > now()))
      else false end);

-- Everything of a case is seen by who sees the case: the policies of cases hold inside these.
create policy case_caregivers_with_case on case_caregivers to footbridge_app
  using (center_id = (select current_center()) and exists (
    select 1 from cases c where c.center_id = case_caregivers.center_id and c.case_id = case_caregivers.case_id));
create policy case_team_read on case_team for select to footbridge_app
  using (center_id = (select current_center()) and exists (
    select 1 from cases c where c.center_id = case_team.center_id and c.case_id = case_team.case_id));
create policy case_team_add on case_team for insert to footbridge_app
  with check (center_id = (select current_center()) and (select case_scope()) = 'wide' and exists (
    select 1 from cases c where c.center_id = case_team.center_id and c.case_id = case_team.case_id));
-- Anybody may leave.
create policy case_team_end on case_team for delete to footbridge_app
  using (center_id = (select current_center())
    and ((select case_scope()) = 'wide' or person_id = (select current_person())) and exists (
    select 1 from cases c where c.center_id = case_team.center_id and c.case_id = case_team.case_id));
create policy case_conflicts_with_case on case_conflicts to footbridge_app
  using (center_id = (select current_center()) and (select case_scope()) = 'wide' and exists (
    select 1 from cases c where c.center_id = case_conflicts.center_id and c.case_id = case_conflicts.case_id));
create policy tasks_with_case on tasks to footbridge_app
  using (center_id = (select current_center()) and exists (
    select 1 from cases c where c.center_id = tasks.center_id and c.case_id = tasks.case_id));

-- A note that is not shared is read by its own discipline alone; it is written under the writer's own name and discipline.
create policy notes_read on notes for select to footbridge_app
  using (center_id = (select current_center()) and (shared or discipline = (select current_discipline())) and exists (
    select 1 from cases c where c.center_id = notes.center_id and c.case_id = notes.case_id));
create policy notes_add on notes for insert to footbridge_app
  with check (center_id = (select current_center()) and author_id = (select current_person())
    and discipline = (select current_discipline()) and exists (
      select 1 from cases c where c.center_id = notes.center_id and c.case_id = notes.case_id));
create policy notes_change on notes for update to footbridge_app
  using (center_id = (select current_center()) and discipline = (select current_discipline()) and exists (
    select 1 from cases c where c.center_id = notes.center_id and c.case_id = notes.case_id));

-- A child or caregiver is seen by who sees one of the cases; new ones are made by who may open a case.
create policy individuals_read on individuals for select to footbridge_app
  using (center_id = (select current_center()) and (
    exists (select 1 from cases c where c.center_id = individuals.center_id and c.child_id = individuals.individual_id)
    or exists (select 1 from case_caregivers g
      where g.center_id = individuals.center_id and g.individual_id = individuals.individual_id)));
create policy individuals_add on individuals for insert to footbridge_app
  with check (center_id = (select current_center()) and (select case_scope()) in ('wide', 'narrow'));
create policy individuals_change on individuals for update to footbridge_app
  using (center_id = (select current_center()) and exists (
    select 1 from cases c where c.center_id = individuals.center_id
      and (c.child_id = individuals.individual_id or exists (select 1 from case_caregivers g
        where g.center_id = c.center_id and g.case_id = c.case_id and g.individual_id = individuals.individual_id))));
create policy name_indexes_with_individual on name_indexes to footbridge_app
  using (center_id = (select current_center()) and exists (
    select 1 from individuals i where i.center_id = name_indexes.center_id and i.individual_id = name_indexes.individual_id));
create policy erasures_of_officer on erasures for select to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null or (select has_role('privacy-officer'))));

grant select, insert on individuals, cases, case_caregivers, case_team, case_conflicts, notes, tasks, name_indexes to footbridge_app;
grant select on case_access, erasures to footbridge_app;
grant delete on case_caregivers, case_team, name_indexes to footbridge_app;
grant update (given_name, surname, birth_date, phone, key_version) on individuals to footbridge_app;
-- Whose case it is and who is kept away from it change through the functions below only: by a plain statement, a member of one
-- team could point her case at another child, or take herself off the list of conflicts.
grant update (closed_on, sealed, legal_hold, version) on cases to footbridge_app;
grant update (relationship, safety) on case_caregivers to footbridge_app;
-- The words of a note stay as they were written.
grant update (shared) on notes to footbridge_app;
grant update (done_at, assignee_id, due_on) on tasks to footbridge_app;

-- What the walls cannot let a person do by plain statements runs with the rights of the owner, checked here: each takes the
-- person who acts from the transaction, never as an argument.
do $$
declare kept text;
begin
  foreach kept in array array['people', 'person_roles', 'cases', 'case_access', 'case_team', 'case_conflicts', 'individuals', 'notes', 'name_indexes',
    'erasures', 'case_caregivers'] loop
    execute format('create policy %I on %I to current_user using (center_id = current_center()) with check (center_id = current_center())',
      kept || '_of_owner', kept);
  end loop;
end $$;

-- The rule of the policy cases_read, asked for one case.
create function sees_case(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return exists (
    select 1 from public.cases c
    where c.center_id = public.current_center() and c.case_id = asked and public.current_person() is not null
      and not (public.current_person() = any (c.conflicted))
      and case
        when public.case_scope() = 'wide' and not c.sealed then true
        when public.case_scope() in ('wide', 'narrow') then exists (
          select 1 from public.case_access a where a.center_id = c.center_id and a.person_id = public.current_person()
            and a.case_id = c.case_id and (a.until is null or a.until > now()))
        else false end);

-- Lets a person of the center into a case, as a member of its team; false where that is not allowed.
create function grant_case_access(asked uuid, member uuid) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into public.case_access (center_id, person_id, case_id, kind)
      select c.center_id, member, c.case_id, 'team' from public.cases c
      where c.center_id = public.current_center() and c.case_id = asked and not (member = any (c.conflicted))
        and public.case_scope() = 'wide' and public.sees_case(asked)
      on conflict do nothing;
    select exists (select 1 from public.case_access a where a.center_id = public.current_center() and a.case_id = asked
      and a.person_id = member and a.kind = 'team' and public.sees_case(asked));
  end;

-- Ends every way in for one person: a coordinator who sees the case, or anybody for herself.
create function end_case_access(asked uuid, member uuid) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with ended as (
      delete from public.case_access a
      where a.center_id = public.current_center() and a.case_id = asked and a.person_id = member
        and public.sees_case(asked) and (public.case_scope() = 'wide' or member = public.current_person())
      returning 1)
    select exists (select 1 from ended);
  end;

-- Break-glass (design section 7, 8): the exact number of a case opens it for a time. Null, alike for a number that does not
-- exist, one in conflict, and a person who may not.
create function open_break_glass(asked text, minutes integer) returns uuid
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with found as (
      select c.center_id, c.case_id from public.cases c
      where c.center_id = public.current_center() and c.number = asked and minutes between 1 and 240
        and not (public.current_person() = any (c.conflicted))
        and exists (select 1 from public.person_roles r join public.people p
          on p.center_id = r.center_id and p.person_id = r.person_id
          where r.center_id = c.center_id and r.person_id = public.current_person() and p.ended_at is null
            and r.role in ('coordinator', 'intake', 'advocate', 'interviewer', 'clinician', 'medical'))
    ), opened as (
      insert into public.case_access as a (center_id, person_id, case_id, kind, until)
        select center_id, public.current_person(), case_id, 'break-glass', now() + make_interval(mins => minutes) from found
      on conflict (center_id, person_id, case_id, kind) do update set until = excluded.until
      returning a.case_id)
    select case_id from opened;
  end;

-- Empties what is known of a child or caregiver and writes the ledger; false where a legal hold stops it, or the person may
-- not. The keys go in the same transaction (access room).
create function erase_individual(asked uuid) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into public.erasures (center_id, individual_id, erased_at, erased_by)
      select i.center_id, i.individual_id, now(), public.current_person() from public.individuals i
      where i.center_id = public.current_center() and i.individual_id = asked and i.erased_at is null
        and public.has_role('privacy-officer') and not exists (
          select 1 from public.cases c where c.center_id = i.center_id and c.legal_hold
            and (c.child_id = asked or exists (select 1 from public.case_caregivers g
              where g.center_id = c.center_id and g.case_id = c.case_id and g.individual_id = asked)));
    update public.individuals i set given_name = null, surname = null, birth_date = null, phone = null, erased_at = now()
      where i.center_id = public.current_center() and i.individual_id = asked and i.erased_at is null
        and exists (select 1 from public.erasures e where e.center_id = i.center_id and e.individual_id = asked);
    update public.notes n set body = null
      where n.center_id = public.current_center() and exists (
        select 1 from public.cases c join public.erasures e on e.center_id = c.center_id and e.individual_id = c.child_id
        where c.center_id = n.center_id and c.case_id = n.case_id and c.child_id = asked);
    delete from public.name_indexes x
      where x.center_id = public.current_center() and x.individual_id = asked
        and exists (select 1 from public.erasures e where e.center_id = x.center_id and e.individual_id = asked);
    select exists (select 1 from public.erasures e where e.center_id = public.current_center() and e.individual_id = asked
      and public.has_role('privacy-officer'));
  end;

-- Whether a legal hold stops the erasure: 'held' or 'free'; null, alike, for a stranger, an erased one, and who may not erase.
create function erasure_state(asked uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (
    select case when exists (
        select 1 from public.cases c where c.center_id = i.center_id and c.legal_hold
          and (c.child_id = asked or exists (select 1 from public.case_caregivers g
            where g.center_id = c.center_id and g.case_id = c.case_id and g.individual_id = asked)))
      then 'held' else 'free' end
    from public.individuals i
    where i.center_id = public.current_center() and i.individual_id = asked and i.erased_at is null
      and public.has_role('privacy-officer'));

-- The last number of the year, of all cases and not only of those one sees: two cases never get the same. Who opens a case
-- waits here for who opened one a moment ago.
create function last_case_number(asked_year integer) returns integer
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select pg_advisory_xact_lock(hashtextextended(public.current_center()::text || ' case number', asked_year));
    select coalesce(max(split_part(c.number, '-', 2)::integer), 0) from public.cases c
      where c.center_id = public.current_center() and split_part(c.number, '-', 1) = asked_year::text
        and public.case_scope() = 'wide';
  end;

-- Keeps a person away from a case, and ends every way in: said by who sees the case with a wide scope, or by anybody of herself.
create function record_case_conflict(asked uuid, member uuid) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with allowed as (
      select c.center_id, c.case_id from public.cases c
      where c.center_id = public.current_center() and c.case_id = asked and public.sees_case(asked)
        and (public.case_scope() = 'wide' or member = public.current_person())
        and exists (select 1 from public.people p where p.center_id = c.center_id and p.person_id = member)
    ), written as (
      insert into public.case_conflicts (center_id, case_id, person_id, recorded_at, recorded_by)
        select center_id, case_id, member, now(), public.current_person() from allowed
      on conflict do nothing
    ), listed as (
      update public.cases c set conflicted = array_append(c.conflicted, member), version = c.version + 1
        from allowed a where c.center_id = a.center_id and c.case_id = a.case_id and not (member = any (c.conflicted))
    ), shut as (
      delete from public.case_access x using allowed a
        where x.center_id = a.center_id and x.case_id = a.case_id and x.person_id = member
    ), left_team as (
      delete from public.case_team t using allowed a
        where t.center_id = a.center_id and t.case_id = a.case_id and t.person_id = member)
    select exists (select 1 from allowed);
  end;

-- A new case of a child who is known: whoever must not see an older case of this child does not see the new one either. The
-- opener may not see the older case, so she cannot copy its list herself.
create function carry_conflicts(asked uuid) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with carried as (
      select distinct c.center_id, c.case_id, x.person_id from public.cases c
        join public.cases older on older.center_id = c.center_id and older.child_id = c.child_id and older.case_id <> c.case_id
        join public.case_conflicts x on x.center_id = older.center_id and x.case_id = older.case_id
      where c.center_id = public.current_center() and c.case_id = asked and public.case_scope() = 'wide'
        and public.sees_case(asked) and x.person_id <> public.current_person()
    ), written as (
      insert into public.case_conflicts (center_id, case_id, person_id, recorded_at, recorded_by)
        select center_id, case_id, person_id, now(), public.current_person() from carried
      on conflict do nothing
    ), shut as (
      delete from public.case_access x using carried a
        where x.center_id = a.center_id and x.case_id = a.case_id and x.person_id = a.person_id)
    update public.cases c set conflicted = (
        select array_agg(distinct one) from unnest(c.conflicted || (select array_agg(person_id) from carried)) one)
      where c.center_id = public.current_center() and c.case_id = asked and exists (select 1 from carried);
  end;

-- Two records of the same child become one. Who may say so sees a case of each; the cases and notes that she does not see go
-- along, so that the answer tells nothing of them. Notes come and go sealed: the keys are not here.
create function may_merge(kept uuid, gone uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return kept <> gone and public.has_role('coordinator') and 2 = (
    select count(*) from public.individuals i
    where i.center_id = public.current_center() and i.individual_id in (kept, gone) and i.kind = 'child'
      and i.erased_at is null and exists (select 1 from public.cases c
        where c.center_id = i.center_id and c.child_id = i.individual_id and public.sees_case(c.case_id)));

create function notes_to_reseal(kept uuid, gone uuid)
  returns table (case_id uuid, note_id uuid, body bytea, key_version integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select n.case_id, n.note_id, n.body, n.key_version from public.notes n
      join public.cases c on c.center_id = n.center_id and c.case_id = n.case_id
      where n.center_id = public.current_center() and c.child_id = gone and n.body is not null
        and (select public.may_merge(kept, gone));
  end;

create function reseal_note(kept uuid, gone uuid, asked_case uuid, asked_note uuid, new_body bytea, new_version integer)
  returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    update public.notes n set body = new_body, key_version = new_version
      where n.center_id = public.current_center() and n.case_id = asked_case and n.note_id = asked_note
        and exists (select 1 from public.cases c
          where c.center_id = n.center_id and c.case_id = n.case_id and c.child_id = gone)
        and (select public.may_merge(kept, gone));
  end;

-- Moves the cases and empties the second record. Whoever must not see one case of the child sees none of them: the records
-- tell of each other from now on. 'emptied'; 'kept' where a legal hold of either child keeps what it said; null
-- for who may not.
create function merge_children(kept uuid, gone uuid) returns text
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with carried as (
      select distinct c.center_id, c.case_id, x.person_id from public.cases c
        join public.cases other on other.center_id = c.center_id and other.child_id in (kept, gone)
        join public.case_conflicts x on x.center_id = other.center_id and x.case_id = other.case_id
      where c.center_id = public.current_center() and c.child_id in (kept, gone)
        and x.person_id <> public.current_person() and (select public.may_merge(kept, gone))
    ), written as (
      insert into public.case_conflicts (center_id, case_id, person_id, recorded_at, recorded_by)
        select center_id, case_id, person_id, now(), public.current_person() from carried
      on conflict do nothing
    ), shut as (
      delete from public.case_access x using carried a
        where x.center_id = a.center_id and x.case_id = a.case_id and x.person_id = a.person_id
    ), left_team as (
      delete from public.case_team t using carried a
        where t.center_id = a.center_id and t.case_id = a.case_id and t.person_id = a.person_id)
    update public.cases c set conflicted = (
        select array_agg(distinct one) from unnest(c.conflicted
          || (select array_agg(a.person_id) from carried a where a.case_id = c.case_id)) one)
      where c.center_id = public.current_center() and exists (select 1 from carried a where a.case_id = c.case_id);
    with moved as (
      update public.cases c set child_id = kept, version = c.version + 1
        where c.center_id = public.current_center() and c.child_id = gone and (select public.may_merge(kept, gone))
        returning 1
    ), emptied as (
      update public.individuals i
        set given_name = null, surname = null, birth_date = null, phone = null, erased_at = now()
        where i.center_id = public.current_center() and i.individual_id = gone and exists (select 1 from moved)
          and not exists (select 1 from public.cases c
            where c.center_id = i.center_id and c.child_id in (kept, gone) and c.legal_hold)
        returning 1)
    select case when not exists (select 1 from moved) then null
      when exists (select 1 from emptied) then 'emptied' else 'kept' end;
  end;

revoke all on function sees_case(uuid), grant_case_access(uuid, uuid), end_case_access(uuid, uuid),
  open_break_glass(text, integer), erase_individual(uuid), erasure_state(uuid), last_case_number(integer),
  record_case_conflict(uuid, uuid), carry_conflicts(uuid), may_merge(uuid, uuid), notes_to_reseal(uuid, uuid),
  reseal_note(uuid, uuid, uuid, uuid, bytea, integer), merge_children(uuid, uuid) from public;
-- may_merge is asked by the functions above only.
grant execute on function sees_case(uuid), grant_case_access(uuid, uuid), end_case_access(uuid, uuid),
  open_break_glass(text, integer), erase_individual(uuid), erasure_state(uuid), last_case_number(integer),
  record_case_conflict(uuid, uuid), carry_conflicts(uuid), notes_to_reseal(uuid, uuid),
  reseal_note(uuid, uuid, uuid, uuid, bytea, integer), merge_children(uuid, uuid) to footbridge_app;
