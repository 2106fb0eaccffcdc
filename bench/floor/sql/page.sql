with page as materialized (
  select e.*, row_number() over (order by e."dateSortAsc", e.id) as n
  from "Event" e
  where (e."dateSortAsc", e.id) > ($1::integer, $2::uuid)
  order by e."dateSortAsc", e.id
  limit 21
)
select json_build_object('events', json_build_object(
  'nodes', coalesce((
    select json_agg(json_build_object(
      'slug', e.slug, 'title', e.title, 'kind', e.kind, 'standing', e.standing,
      'date', case when e."dateEdtf" is not null then json_build_object('edtf', e."dateEdtf") end,
      'place', (select json_build_object('name', p.name, 'country', p.country) from "Place" p where p.id = e."placeId"),
      'participations', json_build_object('nodes', coalesce((
        select json_agg(json_build_object('role', p.role, 'standing', p.standing))
        from (
          select p.role, p.standing from "Participation" p where p."eventId" = e.id order by p.ordinal, p.id limit 5
        ) p
      ), '[]'))
    ) order by e.n)
    from page e where e.n <= 20
  ), '[]'),
  'pageInfo', json_build_object(
    'hasNextPage', exists (select from page where n > 20),
    'endCursor', (
      select translate(
        encode('Event DATE ASC:'::bytea || int4send("dateSortAsc") || uuid_send(id), 'base64'), E'+/=\n', '-_'
      )
      from page where n <= 20 order by n desc limit 1))
)) as data
