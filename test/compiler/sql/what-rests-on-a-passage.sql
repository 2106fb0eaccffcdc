select
  (
    select
      row_to_json("#")
    from
      (
        select
          (
            select
              row_to_json("#")
            from
              (
                select
                  encode(
                    convert_to('Document'::text || ':' || t0."id", 'UTF8'),
                    'base64'
                  ) as "id",
                  t0."title" as "title",
                  (
                    with
                      t1 as materialized (
                        select
                          t2.*,
                          row_number() over () as rn
                        from
                          (
                            select
                              t3.*
                            from
                              "Passage" t3
                            where
                              t0."id" = t3."documentId"
                              and true
                            order by
                              t3."start" asc,
                              t3."id" asc
                            limit
                              11
                          ) t2
                      )
                    select
                      (
                        select
                          row_to_json("#")
                        from
                          (
                            select
                              (
                                select
                                  count(*)
                                from
                                  "Passage" t4
                                where
                                  t0."id" = t4."documentId"
                                  and true
                              ) as "totalCount",
                              (
                                select
                                  row_to_json("#")
                                from
                                  (
                                    select
                                      exists (
                                        select
                                        from
                                          t1 p
                                        where
                                          p.rn > 10
                                      ) as "hasNextPage",
                                      (
                                        select
                                          translate(
                                            encode(
                                              'Passage START ASC:'::bytea || int4send (p."start") || uuid_send (p."id"),
                                              'base64'
                                            ),
                                            E'+/=\n',
                                            '-_'
                                          )
                                        from
                                          t1 p
                                        where
                                          p.rn <= 10
                                        order by
                                          p.rn desc
                                        limit
                                          1
                                      ) as "endCursor"
                                  ) "#"
                              ) as "pageInfo",
                              (
                                select
                                  coalesce(json_agg("#"), '[]'::json)
                                from
                                  (
                                    select
                                      encode(
                                        convert_to('Passage'::text || ':' || t5."id", 'UTF8'),
                                        'base64'
                                      ) as "id",
                                      t5."number" as "number",
                                      t5."paragraph" as "paragraph",
                                      t5."kind" as "kind",
                                      t5."quote" as "quote",
                                      t5."text" as "text",
                                      (
                                        select
                                          row_to_json("#")
                                        from
                                          (
                                            select
                                              (
                                                select
                                                  count(*)
                                                from
                                                  "Citation" t6
                                                where
                                                  t5."id" = t6."passageId"
                                                  and true
                                              ) as "totalCount",
                                              (
                                                select
                                                  coalesce(json_agg("#"), '[]'::json)
                                                from
                                                  (
                                                    select
                                                      encode(
                                                        convert_to('Citation'::text || ':' || t7."id", 'UTF8'),
                                                        'base64'
                                                      ) as "id",
                                                      t7."relation" as "relation",
                                                      t7."fidelity" as "fidelity",
                                                      t7."standing" as "standing",
                                                      t7."field" as "field",
                                                      t7."note" as "note",
                                                      case
                                                        when t7."documentId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Document'::text as "__typename",
                                                                encode(
                                                                  convert_to('Document'::text || ':' || t8."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Document" t8
                                                              where
                                                                t8."id" = t7."documentId"
                                                            ) "#"
                                                        )
                                                        when t7."actorId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                case t9."kind"
                                                                  when 'ASSET' then 'Asset'
                                                                  when 'GROUP' then 'Group'
                                                                  when 'ORGANIZATION' then 'Organization'
                                                                  when 'PERSON' then 'Person'
                                                                  when 'STATE' then 'State'
                                                                end as "__typename",
                                                                encode(
                                                                  convert_to(
                                                                    case t9."kind"
                                                                      when 'ASSET' then 'Asset'
                                                                      when 'GROUP' then 'Group'
                                                                      when 'ORGANIZATION' then 'Organization'
                                                                      when 'PERSON' then 'Person'
                                                                      when 'STATE' then 'State'
                                                                    end || ':' || t9."id",
                                                                    'UTF8'
                                                                  ),
                                                                  'base64'
                                                                ) as "id",
                                                                t9."name" as "name"
                                                              from
                                                                "Actor" t9
                                                              where
                                                                t9."id" = t7."actorId"
                                                            ) "#"
                                                        )
                                                        when t7."nameId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Name'::text as "__typename",
                                                                encode(
                                                                  convert_to('Name'::text || ':' || t10."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id",
                                                                t10."value" as "value"
                                                              from
                                                                "Name" t10
                                                              where
                                                                t10."id" = t7."nameId"
                                                            ) "#"
                                                        )
                                                        when t7."relationshipId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Relationship'::text as "__typename",
                                                                encode(
                                                                  convert_to('Relationship'::text || ':' || t11."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Relationship" t11
                                                              where
                                                                t11."id" = t7."relationshipId"
                                                            ) "#"
                                                        )
                                                        when t7."placeId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Place'::text as "__typename",
                                                                encode(
                                                                  convert_to('Place'::text || ':' || t12."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Place" t12
                                                              where
                                                                t12."id" = t7."placeId"
                                                            ) "#"
                                                        )
                                                        when t7."eventId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Event'::text as "__typename",
                                                                encode(
                                                                  convert_to('Event'::text || ':' || t13."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id",
                                                                t13."title" as "title"
                                                              from
                                                                "Event" t13
                                                              where
                                                                t13."id" = t7."eventId"
                                                            ) "#"
                                                        )
                                                        when t7."participationId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Participation'::text as "__typename",
                                                                encode(
                                                                  convert_to('Participation'::text || ':' || t14."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Participation" t14
                                                              where
                                                                t14."id" = t7."participationId"
                                                            ) "#"
                                                        )
                                                        when t7."itemId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Item'::text as "__typename",
                                                                encode(
                                                                  convert_to('Item'::text || ':' || t15."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Item" t15
                                                              where
                                                                t15."id" = t7."itemId"
                                                            ) "#"
                                                        )
                                                        when t7."measureId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Measure'::text as "__typename",
                                                                encode(
                                                                  convert_to('Measure'::text || ':' || t16."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Measure" t16
                                                              where
                                                                t16."id" = t7."measureId"
                                                            ) "#"
                                                        )
                                                        when t7."eventLinkId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'EventLink'::text as "__typename",
                                                                encode(
                                                                  convert_to('EventLink'::text || ':' || t17."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "EventLink" t17
                                                              where
                                                                t17."id" = t7."eventLinkId"
                                                            ) "#"
                                                        )
                                                        when t7."statementId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Statement'::text as "__typename",
                                                                encode(
                                                                  convert_to('Statement'::text || ':' || t18."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id",
                                                                t18."summary" as "summary"
                                                              from
                                                                "Statement" t18
                                                              where
                                                                t18."id" = t7."statementId"
                                                            ) "#"
                                                        )
                                                        when t7."claimId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Claim'::text as "__typename",
                                                                encode(
                                                                  convert_to('Claim'::text || ':' || t19."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id",
                                                                t19."text" as "text"
                                                              from
                                                                "Claim" t19
                                                              where
                                                                t19."id" = t7."claimId"
                                                            ) "#"
                                                        )
                                                        when t7."positionId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'Position'::text as "__typename",
                                                                encode(
                                                                  convert_to('Position'::text || ':' || t20."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "Position" t20
                                                              where
                                                                t20."id" = t7."positionId"
                                                            ) "#"
                                                        )
                                                        when t7."claimLinkId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'ClaimLink'::text as "__typename",
                                                                encode(
                                                                  convert_to('ClaimLink'::text || ':' || t21."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "ClaimLink" t21
                                                              where
                                                                t21."id" = t7."claimLinkId"
                                                            ) "#"
                                                        )
                                                        when t7."legalActionId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'LegalAction'::text as "__typename",
                                                                encode(
                                                                  convert_to('LegalAction'::text || ':' || t22."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id",
                                                                t22."title" as "title"
                                                              from
                                                                "LegalAction" t22
                                                              where
                                                                t22."id" = t7."legalActionId"
                                                            ) "#"
                                                        )
                                                        when t7."legalPartyId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'LegalParty'::text as "__typename",
                                                                encode(
                                                                  convert_to('LegalParty'::text || ':' || t23."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "LegalParty" t23
                                                              where
                                                                t23."id" = t7."legalPartyId"
                                                            ) "#"
                                                        )
                                                        when t7."legalStatusId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'LegalStatus'::text as "__typename",
                                                                encode(
                                                                  convert_to('LegalStatus'::text || ':' || t24."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "LegalStatus" t24
                                                              where
                                                                t24."id" = t7."legalStatusId"
                                                            ) "#"
                                                        )
                                                        when t7."legalTermId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'LegalTerm'::text as "__typename",
                                                                encode(
                                                                  convert_to('LegalTerm'::text || ':' || t25."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "LegalTerm" t25
                                                              where
                                                                t25."id" = t7."legalTermId"
                                                            ) "#"
                                                        )
                                                        when t7."legalLinkId" is not null then (
                                                          select
                                                            row_to_json("#")
                                                          from
                                                            (
                                                              select
                                                                'LegalLink'::text as "__typename",
                                                                encode(
                                                                  convert_to('LegalLink'::text || ':' || t26."id", 'UTF8'),
                                                                  'base64'
                                                                ) as "id"
                                                              from
                                                                "LegalLink" t26
                                                              where
                                                                t26."id" = t7."legalLinkId"
                                                            ) "#"
                                                        )
                                                      end as "subject"
                                                    from
                                                      (
                                                        select
                                                          t27.*
                                                        from
                                                          "Citation" t27
                                                        where
                                                          t5."id" = t27."passageId"
                                                          and true
                                                        order by
                                                          t27."id" asc
                                                        limit
                                                          20
                                                      ) t7
                                                  ) "#"
                                              ) as "nodes"
                                          ) "#"
                                      ) as "citations"
                                    from
                                      t1 t5
                                    where
                                      t5.rn <= 10
                                    order by
                                      t5.rn
                                  ) "#"
                              ) as "nodes"
                          ) "#"
                      )
                  ) as "passages"
                from
                  "Document" t0
                where
                  t0."slug" = $1::text
              ) "#"
          ) as "document"
      ) "#"
  )::text as data
