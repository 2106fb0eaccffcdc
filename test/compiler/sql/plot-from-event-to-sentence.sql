select
  concat(
    '{"event":',
    coalesce(
      (
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('Event:', t0."id"), 'UTF8'),
              'base64'
            ),
            '","title":',
            to_json(t0."title"),
            ',"outcome":"',
            t0."outcome",
            '","standing":"',
            t0."standing",
            '","date":',
            case
              when t0."dateEdtf" is not null then concat(
                '{"edtf":',
                coalesce(to_json(t0."dateEdtf"), 'null'),
                ',"earliest":',
                coalesce('"' || t0."dateEarliest"::text || '"', 'null'),
                ',"latest":',
                coalesce('"' || t0."dateLatest"::text || '"', 'null'),
                ',"verbatim":',
                coalesce(to_json(t0."dateVerbatim"), 'null'),
                '}'
              )
              else 'null'
            end,
            ',"place":',
            coalesce(
              (
                select
                  concat(
                    '{"name":',
                    to_json(t1."name"),
                    ',"country":',
                    coalesce(to_json(t1."country"), 'null'),
                    '}'
                  )
                from
                  "Place" t1
                where
                  t1."id" = t0."placeId"
                  and true
              ),
              'null'
            ),
            ',"items":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"name":',
                    to_json(t2."name"),
                    ',"quantity":',
                    coalesce(to_json(t2."quantity"), 'null'),
                    ',"unit":',
                    coalesce(to_json(t2."unit"), 'null'),
                    '}'
                  )
                from
                  "Item" t2
                where
                  t0."id" = t2."eventId"
                  and true
                order by
                  t2."ordinal" asc,
                  t2."id" asc
              ),
              ','
            ),
            '],"citations":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"relation":"',
                    t3."relation",
                    '","fidelity":"',
                    t3."fidelity",
                    '","standing":"',
                    t3."standing",
                    '","field":',
                    coalesce(to_json(t3."field"), 'null'),
                    ',"note":',
                    coalesce(to_json(t3."note"), 'null'),
                    ',"passage":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"paragraph":',
                            to_json(t4."paragraph"),
                            ',"start":',
                            to_json(t4."start"),
                            ',"end":',
                            to_json(t4."end"),
                            ',"quote":',
                            coalesce(to_json(t4."quote"), 'null'),
                            ',"document":',
                            coalesce(
                              (
                                select
                                  concat(
                                    '{"slug":',
                                    to_json(t5."slug"),
                                    ',"title":',
                                    to_json(t5."title"),
                                    '}'
                                  )
                                from
                                  "Document" t5
                                where
                                  t5."id" = t4."documentId"
                                  and true
                              ),
                              'null'
                            ),
                            '}'
                          )
                        from
                          "Passage" t4
                        where
                          t4."id" = t3."passageId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "Citation" t3
                where
                  t0."id" = t3."eventId"
                  and true
                order by
                  t3."ordinal" asc,
                  t3."id" asc
              ),
              ','
            ),
            '],"participations":{"totalCount":',
            (
              select
                count(*)
              from
                "Participation" t6
              where
                t0."id" = t6."eventId"
                and true
            ),
            ',"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"role":"',
                    t7."role",
                    '","standing":"',
                    t7."standing",
                    '","capacity":',
                    coalesce(to_json(t7."capacity"), 'null'),
                    ',"actor":',
                    coalesce(
                      (
                        select
                          case
                            when t8."kind" in ('ASSET', 'ORGANIZATION', 'PERSON', 'STATE') then concat(
                              '{"__typename":"',
                              case t8."kind"
                                when 'ASSET' then 'Asset'
                                when 'ORGANIZATION' then 'Organization'
                                when 'PERSON' then 'Person'
                                when 'STATE' then 'State'
                              end,
                              '","slug":',
                              to_json(t8."slug"),
                              ',"name":',
                              to_json(t8."name"),
                              '}'
                            )
                            when t8."kind" in ('GROUP') then concat(
                              '{"__typename":"Group","slug":',
                              to_json(t8."slug"),
                              ',"name":',
                              to_json(t8."name"),
                              ',"size":',
                              coalesce(to_json(t8."size"), 'null'),
                              '}'
                            )
                            else 'null'
                          end
                        from
                          "Actor" t8
                        where
                          t8."id" = t7."actorId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  (
                    select
                      t9.*
                    from
                      "Participation" t9
                    where
                      t0."id" = t9."eventId"
                      and true
                    order by
                      t9."ordinal" asc,
                      t9."id" asc
                    limit
                      20
                  ) t7
              ),
              ','
            ),
            ']},"links":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"kind":"',
                    t10."kind",
                    '","to":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"slug":',
                            to_json(t11."slug"),
                            ',"title":',
                            to_json(t11."title"),
                            '}'
                          )
                        from
                          "Event" t11
                        where
                          t11."id" = t10."toId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "EventLink" t10
                where
                  t0."id" = t10."fromId"
                  and true
                order by
                  t10."ordinal" asc,
                  t10."id" asc
              ),
              ','
            ),
            '],"legalActions":{"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"kind":"',
                    t12."kind",
                    '","title":',
                    to_json(t12."title"),
                    ',"standing":"',
                    t12."standing",
                    '","date":',
                    case
                      when t12."dateEdtf" is not null then concat(
                        '{"edtf":',
                        coalesce(to_json(t12."dateEdtf"), 'null'),
                        '}'
                      )
                      else 'null'
                    end,
                    ',"offences":',
                    to_json(t12."offences"),
                    ',"parties":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"role":"',
                            t13."role",
                            '","actor":',
                            coalesce(
                              (
                                select
                                  concat(
                                    '{"slug":',
                                    to_json(t14."slug"),
                                    ',"name":',
                                    to_json(t14."name"),
                                    ',"names":[',
                                    array_to_string(
                                      array(
                                        select
                                          concat(
                                            '{"value":',
                                            to_json(t15."value"),
                                            ',"kind":"',
                                            t15."kind",
                                            '"}'
                                          )
                                        from
                                          "Name" t15
                                        where
                                          t14."id" = t15."actorId"
                                          and true
                                        order by
                                          t15."ordinal" asc,
                                          t15."id" asc
                                      ),
                                      ','
                                    ),
                                    ']}'
                                  )
                                from
                                  "Actor" t14
                                where
                                  t14."id" = t13."actorId"
                                  and true
                              ),
                              'null'
                            ),
                            '}'
                          )
                        from
                          "LegalParty" t13
                        where
                          t12."id" = t13."legalActionId"
                          and true
                        order by
                          t13."ordinal" asc,
                          t13."id" asc
                      ),
                      ','
                    ),
                    '],"statuses":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"status":"',
                            t16."status",
                            '","date":',
                            case
                              when t16."dateEdtf" is not null then concat(
                                '{"edtf":',
                                coalesce(to_json(t16."dateEdtf"), 'null'),
                                '}'
                              )
                              else 'null'
                            end,
                            ',"citations":[',
                            array_to_string(
                              array(
                                select
                                  concat(
                                    '{"passage":',
                                    coalesce(
                                      (
                                        select
                                          concat(
                                            '{"paragraph":',
                                            to_json(t18."paragraph"),
                                            ',"quote":',
                                            coalesce(to_json(t18."quote"), 'null'),
                                            '}'
                                          )
                                        from
                                          "Passage" t18
                                        where
                                          t18."id" = t17."passageId"
                                          and true
                                      ),
                                      'null'
                                    ),
                                    '}'
                                  )
                                from
                                  "Citation" t17
                                where
                                  t16."id" = t17."legalStatusId"
                                  and true
                                order by
                                  t17."ordinal" asc,
                                  t17."id" asc
                              ),
                              ','
                            ),
                            ']}'
                          )
                        from
                          "LegalStatus" t16
                        where
                          t12."id" = t16."legalActionId"
                          and true
                        order by
                          t16."ordinal" asc,
                          t16."id" asc
                      ),
                      ','
                    ),
                    '],"terms":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"then":',
                            to_json(t19."then"),
                            ',"by":',
                            case
                              when t19."byEdtf" is not null then concat(
                                '{"edtf":',
                                coalesce(to_json(t19."byEdtf"), 'null'),
                                '}'
                              )
                              else 'null'
                            end,
                            ',"state":"',
                            t19."state",
                            '"}'
                          )
                        from
                          "LegalTerm" t19
                        where
                          t12."id" = t19."legalActionId"
                          and true
                        order by
                          t19."ordinal" asc,
                          t19."id" asc
                      ),
                      ','
                    ),
                    ']}'
                  )
                from
                  (
                    select
                      t20.*
                    from
                      "_LegalActionEvents" t21
                      join "LegalAction" t20 on t20."id" = t21."B"
                    where
                      t21."A" = t0."id"
                      and true
                    order by
                      t21."dateSortAsc" asc,
                      t21."B" asc
                    limit
                      20
                  ) t12
              ),
              ','
            ),
            ']},"statements":{"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"slug":',
                    to_json(t22."slug"),
                    ',"summary":',
                    to_json(t22."summary"),
                    ',"medium":"',
                    t22."medium",
                    '","date":',
                    case
                      when t22."dateEdtf" is not null then concat(
                        '{"edtf":',
                        coalesce(to_json(t22."dateEdtf"), 'null'),
                        '}'
                      )
                      else 'null'
                    end,
                    ',"speakers":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"slug":',
                            to_json(t24."slug"),
                            ',"name":',
                            to_json(t24."name"),
                            ',"relationships":[',
                            array_to_string(
                              array(
                                select
                                  concat(
                                    '{"kind":"',
                                    t25."kind",
                                    '","title":',
                                    coalesce(to_json(t25."title"), 'null'),
                                    ',"to":',
                                    coalesce(
                                      (
                                        select
                                          concat('{"name":', to_json(t26."name"), '}')
                                        from
                                          "Actor" t26
                                        where
                                          t26."id" = t25."toId"
                                          and true
                                      ),
                                      'null'
                                    ),
                                    '}'
                                  )
                                from
                                  "Relationship" t25
                                where
                                  t24."id" = t25."fromId"
                                  and true
                                order by
                                  t25."ordinal" asc,
                                  t25."id" asc
                              ),
                              ','
                            ),
                            ']}'
                          )
                        from
                          "StatementSpeaker" t23
                          join "Actor" t24 on t24."id" = t23."actorId"
                        where
                          t22."id" = t23."statementId"
                        order by
                          t23."ordinal" asc
                      ),
                      ','
                    ),
                    '],"onBehalfOf":',
                    coalesce(
                      (
                        select
                          concat('{"name":', to_json(t27."name"), '}')
                        from
                          "Actor" t27
                        where
                          t27."id" = t22."onBehalfOfId"
                          and true
                      ),
                      'null'
                    ),
                    ',"positions":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"stance":"',
                            t28."stance",
                            '","claim":',
                            coalesce(
                              (
                                select
                                  concat(
                                    '{"slug":',
                                    to_json(t29."slug"),
                                    ',"text":',
                                    to_json(t29."text"),
                                    ',"kind":"',
                                    t29."kind",
                                    '","holdsResponsible":[',
                                    array_to_string(
                                      array(
                                        select
                                          concat(
                                            '{"slug":',
                                            to_json(t30."slug"),
                                            ',"name":',
                                            to_json(t30."name"),
                                            '}'
                                          )
                                        from
                                          "Actor" t30
                                        where
                                          t30."id" in (
                                            select
                                              j."A"
                                            from
                                              "_ClaimHoldsResponsible" j
                                            where
                                              j."B" = t29."id"
                                          )
                                          and true
                                        order by
                                          t30."slug" asc
                                      ),
                                      ','
                                    ),
                                    ']}'
                                  )
                                from
                                  "Claim" t29
                                where
                                  t29."id" = t28."claimId"
                                  and true
                              ),
                              'null'
                            ),
                            ',"citations":[',
                            array_to_string(
                              array(
                                select
                                  concat(
                                    '{"fidelity":"',
                                    t31."fidelity",
                                    '","passage":',
                                    coalesce(
                                      (
                                        select
                                          concat(
                                            '{"quote":',
                                            coalesce(to_json(t32."quote"), 'null'),
                                            '}'
                                          )
                                        from
                                          "Passage" t32
                                        where
                                          t32."id" = t31."passageId"
                                          and true
                                      ),
                                      'null'
                                    ),
                                    '}'
                                  )
                                from
                                  "Citation" t31
                                where
                                  t28."id" = t31."positionId"
                                  and true
                                order by
                                  t31."ordinal" asc,
                                  t31."id" asc
                              ),
                              ','
                            ),
                            ']}'
                          )
                        from
                          "Position" t28
                        where
                          t22."id" = t28."statementId"
                          and true
                        order by
                          t28."ordinal" asc,
                          t28."id" asc
                      ),
                      ','
                    ),
                    ']}'
                  )
                from
                  (
                    select
                      t33.*
                    from
                      "_StatementEvents" t34
                      join "Statement" t33 on t33."id" = t34."B"
                    where
                      t34."A" = t0."id"
                      and true
                    order by
                      t34."dateSortAsc" asc,
                      t34."B" asc
                    limit
                      20
                  ) t22
              ),
              ','
            ),
            ']}}'
          )
        from
          "Event" t0
        where
          t0."slug" = $1::text
      ),
      'null'
    ),
    '}'
  ) as data
