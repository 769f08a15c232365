-- Who reads the audit log: a conflict of interest ends this too. A privacy officer whose neighbour's child has a case finds no
-- entry about it: not by its number, and not in the list of a colleague either. Also indexes for what the page of the log asks.

create function conflicts_of_current() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return coalesce(
    (select array_agg(k.case_id) from public.case_conflicts k
      where k.center_id = public.current_center() and k.person_id = public.current_person()), '{}');

drop policy audit_entries_read on audit_entries;
create policy audit_entries_read on audit_entries for select to footbridge_app
  using (center_id = (select current_center()) and ((select current_person()) is null
    or person_id = (select current_person())
    or ((select has_role('privacy-officer')) and (case_id is null or case_id <> all ((select conflicts_of_current())::uuid[])))));

create index case_conflicts_of_person on case_conflicts (center_id, person_id);
create index audit_entries_of_alerts on audit_entries (center_id, occurred_at) where event = 'alert-raised';
create index audit_entries_of_checks on audit_entries (center_id, occurred_at) where subject_kind = 'audit-log';

revoke all on function conflicts_of_current() from public;
grant execute on function conflicts_of_current() to footbridge_app;
