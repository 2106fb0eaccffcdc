select json_build_object('event', (
  select json_build_object(
    'id', encode(convert_to('Event:' || e.id, 'UTF8'), 'base64'),
    'title', e.title, 'outcome', e.outcome, 'standing', e.standing,
    'date', case when e."dateEdtf" is not null then json_build_object(
      'edtf', e."dateEdtf", 'earliest', e."dateEarliest", 'latest', e."dateLatest", 'verbatim', e."dateVerbatim") end,
    'place', (select json_build_object('name', p.name, 'country', p.country) from "Place" p where p.id = e."placeId"),
    'items', coalesce((
      select json_agg(json_build_object('name', i.name, 'quantity', i.quantity, 'unit', i.unit) order by i.ordinal, i.id)
      from "Item" i where i."eventId" = e.id
    ), '[]'),
    'citations', coalesce((
      select json_agg(json_build_object(
        'relation', c.relation, 'fidelity', c.fidelity, 'standing', c.standing, 'field', c.field, 'note', c.note,
        'passage', json_build_object(
          'paragraph', p.paragraph, 'start', p.start, 'end', p."end", 'quote', p.quote,
          'document', json_build_object('slug', d.slug, 'title', d.title))
      ) order by c.ordinal, c.id)
      from "Citation" c join "Passage" p on p.id = c."passageId" join "Document" d on d.id = p."documentId"
      where c."eventId" = e.id
    ), '[]'),
    'participations', json_build_object(
      'totalCount', (select count(*) from "Participation" p where p."eventId" = e.id),
      'nodes', coalesce((
        select json_agg(json_build_object(
          'role', p.role, 'standing', p.standing, 'capacity', p.capacity,
          'actor', case when a.kind = 'GROUP'
            then json_build_object('__typename', 'Group', 'slug', a.slug, 'name', a.name, 'size', a.size)
            else json_build_object('__typename', initcap(a.kind::text), 'slug', a.slug, 'name', a.name) end
        ) order by p.ordinal, p.id)
        from (
          select p.* from "Participation" p where p."eventId" = e.id order by p.ordinal, p.id limit 20
        ) p join "Actor" a on a.id = p."actorId"
      ), '[]')),
    'links', coalesce((
      select json_agg(json_build_object(
        'kind', l.kind, 'to', json_build_object('slug', t.slug, 'title', t.title)) order by l.ordinal, l.id)
      from "EventLink" l join "Event" t on t.id = l."toId" where l."fromId" = e.id
    ), '[]'),
    'legalActions', json_build_object('nodes', coalesce((
      select json_agg(json_build_object(
        'kind', l.kind, 'title', l.title, 'standing', l.standing,
        'date', case when l."dateEdtf" is not null then json_build_object('edtf', l."dateEdtf") end,
        'offences', l.offences,
        'parties', coalesce((
          select json_agg(json_build_object(
            'role', p.role,
            'actor', json_build_object('slug', a.slug, 'names', coalesce((
              select json_agg(json_build_object('value', n.value, 'kind', n.kind) order by n.ordinal, n.id)
              from "Name" n where n."actorId" = a.id
            ), '[]'))
          ) order by p.ordinal, p.id)
          from "LegalParty" p join "Actor" a on a.id = p."actorId" where p."legalActionId" = l.id
        ), '[]'),
        'statuses', coalesce((
          select json_agg(json_build_object(
            'status', s.status,
            'date', case when s."dateEdtf" is not null then json_build_object('edtf', s."dateEdtf") end,
            'citations', coalesce((
              select json_agg(json_build_object(
                'passage', json_build_object('paragraph', p.paragraph, 'quote', p.quote)) order by c.ordinal, c.id)
              from "Citation" c join "Passage" p on p.id = c."passageId" where c."legalStatusId" = s.id
            ), '[]')
          ) order by s.ordinal, s.id)
          from "LegalStatus" s where s."legalActionId" = l.id
        ), '[]'),
        'terms', coalesce((
          select json_agg(json_build_object(
            'then', t."then",
            'by', case when t."byEdtf" is not null then json_build_object('edtf', t."byEdtf") end,
            'state', t.state
          ) order by t.ordinal, t.id)
          from "LegalTerm" t where t."legalActionId" = l.id
        ), '[]')
      ))
      from (
        select l.* from "_LegalActionEvents" j join "LegalAction" l on l.id = j."B"
        where j."A" = e.id order by l."dateSortAsc", l.id limit 20
      ) l
    ), '[]')),
    'statements', json_build_object('nodes', coalesce((
      select json_agg(json_build_object(
        'slug', s.slug, 'summary', s.summary, 'medium', s.medium,
        'date', case when s."dateEdtf" is not null then json_build_object('edtf', s."dateEdtf") end,
        'speakers', coalesce((
          select json_agg(json_build_object(
            'slug', a.slug, 'name', a.name,
            'relationships', coalesce((
              select json_agg(json_build_object(
                'kind', r.kind, 'title', r.title, 'to', json_build_object('name', t.name)) order by r.ordinal, r.id)
              from "Relationship" r join "Actor" t on t.id = r."toId" where r."fromId" = a.id
            ), '[]')
          ) order by k.ordinal)
          from "StatementSpeaker" k join "Actor" a on a.id = k."actorId" where k."statementId" = s.id
        ), '[]'),
        'onBehalfOf', (select json_build_object('name', a.name) from "Actor" a where a.id = s."onBehalfOfId"),
        'positions', coalesce((
          select json_agg(json_build_object(
            'stance', o.stance,
            'claim', json_build_object(
              'slug', c.slug, 'text', c.text, 'kind', c.kind,
              'holdsResponsible', coalesce((
                select json_agg(json_build_object('slug', a.slug, 'name', a.name) order by a.slug)
                from "_ClaimHoldsResponsible" j join "Actor" a on a.id = j."A" where j."B" = c.id
              ), '[]')),
            'citations', coalesce((
              select json_agg(json_build_object(
                'fidelity', i.fidelity, 'passage', json_build_object('quote', p.quote)) order by i.ordinal, i.id)
              from "Citation" i join "Passage" p on p.id = i."passageId" where i."positionId" = o.id
            ), '[]')
          ) order by o.ordinal, o.id)
          from "Position" o join "Claim" c on c.id = o."claimId" where o."statementId" = s.id
        ), '[]')
      ))
      from (
        select s.* from "_StatementEvents" j join "Statement" s on s.id = j."B"
        where j."A" = e.id order by s."dateSortAsc", s.id limit 20
      ) s
    ), '[]'))
  )
  from "Event" e where e.slug = $1
)) as data
