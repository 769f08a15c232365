-- How often a public page was shown, per day: for a center that wants to know whether its outreach works (off by default).
-- A row is a day, a language, the name of a page and a number; no visit, answer or address could be put into it.

create table public_counts (
  center_id uuid not null,
  day date not null,
  language text not null,
  page text not null,
  total integer not null,
  constraint public_counts_pkey primary key (center_id, day, language, page),
  constraint public_counts_center_fkey foreign key (center_id) references centers (center_id) on delete restrict,
  constraint public_counts_total_positive check (total > 0)
);

alter table public_counts enable row level security;
alter table public_counts force row level security;

create policy public_counts_of_center on public_counts to footbridge_app
  using (center_id = current_center()) with check (center_id = current_center());

grant select, insert, update on public_counts to footbridge_app;
