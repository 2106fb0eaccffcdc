select json_build_object('event', (
  select json_build_object(
    'slug', e.slug,
    'claims', json_build_object('nodes', coalesce((
      select json_agg(json_build_object(
        'slug', c.slug, 'text', c.text, 'kind', c.kind, 'standing', c.standing,
        'holdsResponsible', coalesce((
          select json_agg(json_build_object('slug', a.slug, 'name', a.name) order by a.slug)
          from "_ClaimHoldsResponsible" j join "Actor" a on a.id = j."A" where j."B" = c.id
        ), '[]'),
        'positions', json_build_object('nodes', coalesce((
          select json_agg(json_build_object(
            'stance', o.stance, 'standing', o.standing,
            'statement', json_build_object(
              'slug', s.slug, 'medium', s.medium,
              'date', case when s."dateEdtf" is not null then json_build_object('edtf', s."dateEdtf") end,
              'speakers', coalesce((
                select json_agg(json_build_object('slug', a.slug, 'name', a.name) order by k.ordinal)
                from "StatementSpeaker" k join "Actor" a on a.id = k."actorId" where k."statementId" = s.id
              ), '[]'))
          ) order by o.id)
          from (
            select o.* from "Position" o where o."claimId" = c.id order by o.id limit 20
          ) o join "Statement" s on s.id = o."statementId"
        ), '[]')),
        'incomingLinks', json_build_object('nodes', coalesce((
          select json_agg(json_build_object(
            'kind', l.kind, 'from', json_build_object('slug', f.slug, 'text', f.text)) order by l.id)
          from (
            select l.* from "ClaimLink" l where l."toId" = c.id order by l.id limit 20
          ) l join "Claim" f on f.id = l."fromId"
        ), '[]'))
      ))
      from (select c.* from "Claim" c where c."eventId" = e.id order by c.slug limit 20) c
    ), '[]'))
  )
  from "Event" e where e.slug = $1
)) as data
