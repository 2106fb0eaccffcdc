select
  concat(
    '{"document":',
    coalesce(
      (
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('Document:', t0."id"), 'UTF8'),
              'base64'
            ),
            '","title":',
            to_json(t0."title"),
            ',"passages":',
            (
              with
                t1 as materialized (
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
                )
              select
                concat(
                  '{"totalCount":',
                  (
                    select
                      count(*)
                    from
                      "Passage" t4
                    where
                      t0."id" = t4."documentId"
                      and true
                  ),
                  ',"pageInfo":{"hasNextPage":',
                  (
                    exists (
                      select
                      from
                        t1
                      offset
                        10
                    )
                  )::text,
                  ',"endCursor":',
                  coalesce(
                    (
                      select
                        concat(
                          '"',
                          translate(
                            encode(
                              'Passage START ASC:'::bytea || int4send (t5."start") || uuid_send (t5."id"),
                              'base64'
                            ),
                            E'+/=\n',
                            '-_'
                          ),
                          '"'
                        )
                      from
                        (
                          select
                            *
                          from
                            (
                              select
                                *
                              from
                                t1 t2
                              order by
                                t2."start" asc,
                                t2."id" asc
                              limit
                                10
                            ) t2
                          order by
                            t2."start" desc,
                            t2."id" desc
                          limit
                            1
                        ) t5
                    ),
                    'null'
                  ),
                  '},"nodes":[',
                  array_to_string(
                    array(
                      select
                        concat(
                          '{"id":"',
                          encode(
                            convert_to(concat('Passage:', t6."id"), 'UTF8'),
                            'base64'
                          ),
                          '","number":',
                          to_json(t6."number"),
                          ',"paragraph":',
                          to_json(t6."paragraph"),
                          ',"kind":"',
                          t6."kind",
                          '","quote":',
                          coalesce(to_json(t6."quote"), 'null'),
                          ',"text":',
                          coalesce(to_json(t6."text"), 'null'),
                          ',"citations":{"totalCount":',
                          (
                            select
                              count(*)
                            from
                              "Citation" t7
                            where
                              t6."id" = t7."passageId"
                              and true
                          ),
                          ',"nodes":[',
                          array_to_string(
                            array(
                              select
                                concat(
                                  '{"id":"',
                                  encode(
                                    convert_to(concat('Citation:', t8."id"), 'UTF8'),
                                    'base64'
                                  ),
                                  '","relation":"',
                                  t8."relation",
                                  '","fidelity":"',
                                  t8."fidelity",
                                  '","standing":"',
                                  t8."standing",
                                  '","field":',
                                  coalesce(to_json(t8."field"), 'null'),
                                  ',"note":',
                                  coalesce(to_json(t8."note"), 'null'),
                                  ',"subject":',
                                  case
                                    when t8."documentId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Document","id":"',
                                            encode(
                                              convert_to(concat('Document:', t9."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Document" t9
                                        where
                                          t9."id" = t8."documentId"
                                      ),
                                      'null'
                                    )
                                    when t8."actorId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"',
                                            case t10."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end,
                                            '","id":"',
                                            encode(
                                              convert_to(
                                                concat(
                                                  case t10."kind"
                                                    when 'ASSET' then 'Asset'
                                                    when 'GROUP' then 'Group'
                                                    when 'ORGANIZATION' then 'Organization'
                                                    when 'PERSON' then 'Person'
                                                    when 'STATE' then 'State'
                                                  end,
                                                  ':',
                                                  t10."id"
                                                ),
                                                'UTF8'
                                              ),
                                              'base64'
                                            ),
                                            '","name":',
                                            to_json(t10."name"),
                                            '}'
                                          )
                                        from
                                          "Actor" t10
                                        where
                                          t10."id" = t8."actorId"
                                      ),
                                      'null'
                                    )
                                    when t8."nameId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Name","id":"',
                                            encode(
                                              convert_to(concat('Name:', t11."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '","value":',
                                            to_json(t11."value"),
                                            '}'
                                          )
                                        from
                                          "Name" t11
                                        where
                                          t11."id" = t8."nameId"
                                      ),
                                      'null'
                                    )
                                    when t8."relationshipId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Relationship","id":"',
                                            encode(
                                              convert_to(concat('Relationship:', t12."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Relationship" t12
                                        where
                                          t12."id" = t8."relationshipId"
                                      ),
                                      'null'
                                    )
                                    when t8."placeId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Place","id":"',
                                            encode(
                                              convert_to(concat('Place:', t13."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Place" t13
                                        where
                                          t13."id" = t8."placeId"
                                      ),
                                      'null'
                                    )
                                    when t8."eventId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Event","id":"',
                                            encode(
                                              convert_to(concat('Event:', t14."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '","title":',
                                            to_json(t14."title"),
                                            '}'
                                          )
                                        from
                                          "Event" t14
                                        where
                                          t14."id" = t8."eventId"
                                      ),
                                      'null'
                                    )
                                    when t8."participationId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Participation","id":"',
                                            encode(
                                              convert_to(concat('Participation:', t15."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Participation" t15
                                        where
                                          t15."id" = t8."participationId"
                                      ),
                                      'null'
                                    )
                                    when t8."itemId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Item","id":"',
                                            encode(
                                              convert_to(concat('Item:', t16."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Item" t16
                                        where
                                          t16."id" = t8."itemId"
                                      ),
                                      'null'
                                    )
                                    when t8."measureId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Measure","id":"',
                                            encode(
                                              convert_to(concat('Measure:', t17."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Measure" t17
                                        where
                                          t17."id" = t8."measureId"
                                      ),
                                      'null'
                                    )
                                    when t8."eventLinkId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"EventLink","id":"',
                                            encode(
                                              convert_to(concat('EventLink:', t18."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "EventLink" t18
                                        where
                                          t18."id" = t8."eventLinkId"
                                      ),
                                      'null'
                                    )
                                    when t8."statementId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Statement","id":"',
                                            encode(
                                              convert_to(concat('Statement:', t19."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '","summary":',
                                            to_json(t19."summary"),
                                            '}'
                                          )
                                        from
                                          "Statement" t19
                                        where
                                          t19."id" = t8."statementId"
                                      ),
                                      'null'
                                    )
                                    when t8."claimId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Claim","id":"',
                                            encode(
                                              convert_to(concat('Claim:', t20."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '","text":',
                                            to_json(t20."text"),
                                            '}'
                                          )
                                        from
                                          "Claim" t20
                                        where
                                          t20."id" = t8."claimId"
                                      ),
                                      'null'
                                    )
                                    when t8."positionId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Position","id":"',
                                            encode(
                                              convert_to(concat('Position:', t21."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Position" t21
                                        where
                                          t21."id" = t8."positionId"
                                      ),
                                      'null'
                                    )
                                    when t8."claimLinkId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"ClaimLink","id":"',
                                            encode(
                                              convert_to(concat('ClaimLink:', t22."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "ClaimLink" t22
                                        where
                                          t22."id" = t8."claimLinkId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalActionId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalAction","id":"',
                                            encode(
                                              convert_to(concat('LegalAction:', t23."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '","title":',
                                            to_json(t23."title"),
                                            '}'
                                          )
                                        from
                                          "LegalAction" t23
                                        where
                                          t23."id" = t8."legalActionId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalPartyId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalParty","id":"',
                                            encode(
                                              convert_to(concat('LegalParty:', t24."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "LegalParty" t24
                                        where
                                          t24."id" = t8."legalPartyId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalStatusId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalStatus","id":"',
                                            encode(
                                              convert_to(concat('LegalStatus:', t25."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "LegalStatus" t25
                                        where
                                          t25."id" = t8."legalStatusId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalTermId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalTerm","id":"',
                                            encode(
                                              convert_to(concat('LegalTerm:', t26."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "LegalTerm" t26
                                        where
                                          t26."id" = t8."legalTermId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalLinkId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalLink","id":"',
                                            encode(
                                              convert_to(concat('LegalLink:', t27."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "LegalLink" t27
                                        where
                                          t27."id" = t8."legalLinkId"
                                      ),
                                      'null'
                                    )
                                    when t8."legalGroundId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"LegalGround","id":"',
                                            encode(
                                              convert_to(concat('LegalGround:', t28."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "LegalGround" t28
                                        where
                                          t28."id" = t8."legalGroundId"
                                      ),
                                      'null'
                                    )
                                    when t8."documentLinkId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"DocumentLink","id":"',
                                            encode(
                                              convert_to(concat('DocumentLink:', t29."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "DocumentLink" t29
                                        where
                                          t29."id" = t8."documentLinkId"
                                      ),
                                      'null'
                                    )
                                    when t8."residenceId" is not null then coalesce(
                                      (
                                        select
                                          concat(
                                            '{"__typename":"Residence","id":"',
                                            encode(
                                              convert_to(concat('Residence:', t30."id"), 'UTF8'),
                                              'base64'
                                            ),
                                            '"}'
                                          )
                                        from
                                          "Residence" t30
                                        where
                                          t30."id" = t8."residenceId"
                                      ),
                                      'null'
                                    )
                                    else 'null'
                                  end,
                                  '}'
                                )
                              from
                                (
                                  select
                                    t31.*
                                  from
                                    "Citation" t31
                                  where
                                    t6."id" = t31."passageId"
                                    and true
                                  order by
                                    t31."id" asc
                                  limit
                                    20
                                ) t8
                            ),
                            ','
                          ),
                          ']}}'
                        )
                      from
                        (
                          select
                            *
                          from
                            t1 t2
                          order by
                            t2."start" asc,
                            t2."id" asc
                          limit
                            10
                        ) t6
                    ),
                    ','
                  ),
                  ']}'
                )
            ),
            '}'
          )
        from
          "Document" t0
        where
          t0."slug" = $1::text
      ),
      'null'
    ),
    '}'
  ) as data
