select json_build_object('event', (
  select json_build_object(
    'slug', e.slug, 'title', e.title,
    'participations', json_build_object('nodes', coalesce((
      select json_agg(json_build_object(
        'role', p.role, 'standing', p.standing,
        'actor', json_build_object(
          'slug', a.slug, 'name', a.name,
          'statements', json_build_object('nodes', coalesce((
            select json_agg(json_build_object(
              'slug', s.slug, 'medium', s.medium,
              'date', case when s."dateEdtf" is not null then json_build_object('edtf', s."dateEdtf") end,
              'positions', coalesce((
                select json_agg(json_build_object(
                  'stance', o.stance,
                  'claim', json_build_object('slug', c.slug, 'text', c.text, 'kind', c.kind)
                ) order by o.ordinal, o.id)
                from "Position" o join "Claim" c on c.id = o."claimId" where o."statementId" = s.id
              ), '[]')
            ))
            from (
              select s.* from "_StatementSpeakers" j join "Statement" s on s.id = j."B"
              where j."A" = a.id order by j."dateSortAsc", j."B" limit 5
            ) s
          ), '[]'))
        )
      ) order by p.ordinal, p.id)
      from (
        select p.* from "Participation" p where p."eventId" = e.id order by p.ordinal, p.id limit 10
      ) p join "Actor" a on a.id = p."actorId"
    ), '[]'))
  )
  from "Event" e where e.slug = $1
)) as data
