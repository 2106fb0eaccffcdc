select json_build_object('event', (
  select json_build_object(
    'slug', e.slug, 'title', e.title, 'kind', e.kind, 'outcome', e.outcome, 'standing', e.standing,
    'date', case when e."dateEdtf" is not null then json_build_object(
      'edtf', e."dateEdtf", 'earliest', e."dateEarliest", 'latest', e."dateLatest") end)
  from "Event" e where e.slug = $1
)) as data
