select
  concat(
    '{"claims":{"totalCount":',
    (
      select
        count(*)
      from
        unnest(
          array(
            select distinct
              t2."B"
            from
              unnest(
                array(
                  select
                    t1."id"
                  from
                    (
                      select
                        t1.*
                      from
                        "Actor" t1
                      where
                        t1."slug" = any ($1::text[])
                      offset
                        0
                    ) t1
                )
              ) t4 (key)
              cross join lateral (
                select
                  t3.*
                from
                  "_ClaimHoldsResponsible" t3
                where
                  t3."A" = t4.key
                offset
                  0
              ) t2
          )
        ) t6 (key)
        cross join lateral (
          select
            t5.*
          from
            "Claim" t5
          where
            t5."id" = t6.key
            and true
          offset
            0
        ) t0
    ),
    ',"nodes":[',
    array_to_string(
      array(
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('Claim:', t7."id"), 'UTF8'),
              'base64'
            ),
            '","slug":',
            to_json(t7."slug"),
            ',"text":',
            to_json(t7."text"),
            ',"kind":"',
            t7."kind",
            '","standing":"',
            t7."standing",
            '","holdsResponsible":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(
                        concat(
                          case t8."kind"
                            when 'ASSET' then 'Asset'
                            when 'GROUP' then 'Group'
                            when 'ORGANIZATION' then 'Organization'
                            when 'PERSON' then 'Person'
                            when 'STATE' then 'State'
                          end,
                          ':',
                          t8."id"
                        ),
                        'UTF8'
                      ),
                      'base64'
                    ),
                    '","slug":',
                    to_json(t8."slug"),
                    ',"name":',
                    to_json(t8."name"),
                    '}'
                  )
                from
                  "Actor" t8
                where
                  t8."id" in (
                    select
                      j."A"
                    from
                      "_ClaimHoldsResponsible" j
                    where
                      j."B" = t7."id"
                  )
                  and true
                order by
                  t8."slug" asc
              ),
              ','
            ),
            '],"positions":{"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('Position:', t9."id"), 'UTF8'),
                      'base64'
                    ),
                    '","stance":"',
                    t9."stance",
                    '","statement":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Statement:', t10."id"), 'UTF8'),
                              'base64'
                            ),
                            '","slug":',
                            to_json(t10."slug"),
                            ',"date":',
                            case
                              when t10."dateEdtf" is not null then concat(
                                '{"edtf":',
                                coalesce(to_json(t10."dateEdtf"), 'null'),
                                '}'
                              )
                              else 'null'
                            end,
                            ',"speakers":[',
                            array_to_string(
                              array(
                                select
                                  concat(
                                    '{"id":"',
                                    encode(
                                      convert_to(
                                        concat(
                                          case t12."kind"
                                            when 'ASSET' then 'Asset'
                                            when 'GROUP' then 'Group'
                                            when 'ORGANIZATION' then 'Organization'
                                            when 'PERSON' then 'Person'
                                            when 'STATE' then 'State'
                                          end,
                                          ':',
                                          t12."id"
                                        ),
                                        'UTF8'
                                      ),
                                      'base64'
                                    ),
                                    '","slug":',
                                    to_json(t12."slug"),
                                    ',"name":',
                                    to_json(t12."name"),
                                    '}'
                                  )
                                from
                                  "StatementSpeaker" t11
                                  join "Actor" t12 on t12."id" = t11."actorId"
                                where
                                  t10."id" = t11."statementId"
                                order by
                                  t11."ordinal" asc
                              ),
                              ','
                            ),
                            ']}'
                          )
                        from
                          "Statement" t10
                        where
                          t10."id" = t9."statementId"
                          and true
                      ),
                      'null'
                    ),
                    ',"citations":[',
                    array_to_string(
                      array(
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Citation:', t13."id"), 'UTF8'),
                              'base64'
                            ),
                            '","fidelity":"',
                            t13."fidelity",
                            '","passage":',
                            coalesce(
                              (
                                select
                                  concat(
                                    '{"id":"',
                                    encode(
                                      convert_to(concat('Passage:', t14."id"), 'UTF8'),
                                      'base64'
                                    ),
                                    '","number":',
                                    to_json(t14."number"),
                                    ',"quote":',
                                    coalesce(to_json(t14."quote"), 'null'),
                                    '}'
                                  )
                                from
                                  "Passage" t14
                                where
                                  t14."id" = t13."passageId"
                                  and true
                              ),
                              'null'
                            ),
                            '}'
                          )
                        from
                          "Citation" t13
                        where
                          t9."id" = t13."positionId"
                          and true
                        order by
                          t13."ordinal" asc,
                          t13."id" asc
                      ),
                      ','
                    ),
                    ']}'
                  )
                from
                  (
                    select
                      t15.*
                    from
                      "Position" t15
                    where
                      t7."id" = t15."claimId"
                      and true
                    order by
                      t15."id" asc
                    limit
                      20
                  ) t9
              ),
              ','
            ),
            ']}}'
          )
        from
          (
            select
              t16.*
            from
              unnest(
                array(
                  select distinct
                    t18."B"
                  from
                    unnest(
                      array(
                        select
                          t17."id"
                        from
                          (
                            select
                              t17.*
                            from
                              "Actor" t17
                            where
                              t17."slug" = any ($1::text[])
                            offset
                              0
                          ) t17
                      )
                    ) t20 (key)
                    cross join lateral (
                      select
                        t19.*
                      from
                        "_ClaimHoldsResponsible" t19
                      where
                        t19."A" = t20.key
                      offset
                        0
                    ) t18
                )
              ) t22 (key)
              cross join lateral (
                select
                  t21.*
                from
                  "Claim" t21
                where
                  t21."id" = t22.key
                  and true
                offset
                  0
              ) t16
            where
              true
            order by
              t16."slug" asc
            limit
              40
          ) t7
      ),
      ','
    ),
    ']}}'
  ) as data
