select json_build_object('events', json_build_object('nodes', coalesce((
  select json_agg(json_build_object(
    'slug', e.slug, 'title', e.title, 'kind', e.kind, 'outcome', e.outcome,
    'date', case when e."dateEdtf" is not null then json_build_object(
      'edtf', e."dateEdtf", 'earliest', e."dateEarliest", 'latest', e."dateLatest") end))
  from (
    select * from "Event" e
    where e.kind = any($1::"EventKind"[])
      and (e."dateLatest" is null or e."dateLatest" >= $2::date)
      and (e."dateEarliest" is null or e."dateEarliest" <= $3::date)
    order by e."dateSortDesc", e.id
    limit 20
  ) e
), '[]'))) as data
