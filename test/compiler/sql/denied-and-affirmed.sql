select
  concat(
    '{"claims":{"nodes":[',
    array_to_string(
      array(
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('Claim:', t0."id"), 'UTF8'),
              'base64'
            ),
            '","text":',
            to_json(t0."text"),
            ',"standing":"',
            t0."standing",
            '","positions":{"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('Position:', t1."id"), 'UTF8'),
                      'base64'
                    ),
                    '","stance":"',
                    t1."stance",
                    '","statement":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Statement:', t2."id"), 'UTF8'),
                              'base64'
                            ),
                            '","slug":',
                            to_json(t2."slug"),
                            ',"speakers":[',
                            array_to_string(
                              array(
                                select
                                  concat(
                                    '{"id":"',
                                    encode(
                                      convert_to(
                                        concat(
                                          case t4."kind"
                                            when 'ASSET' then 'Asset'
                                            when 'GROUP' then 'Group'
                                            when 'ORGANIZATION' then 'Organization'
                                            when 'PERSON' then 'Person'
                                            when 'STATE' then 'State'
                                          end,
                                          ':',
                                          t4."id"
                                        ),
                                        'UTF8'
                                      ),
                                      'base64'
                                    ),
                                    '","slug":',
                                    to_json(t4."slug"),
                                    ',"name":',
                                    to_json(t4."name"),
                                    '}'
                                  )
                                from
                                  "StatementSpeaker" t3
                                  join "Actor" t4 on t4."id" = t3."actorId"
                                where
                                  t2."id" = t3."statementId"
                                order by
                                  t3."ordinal" asc
                              ),
                              ','
                            ),
                            ']}'
                          )
                        from
                          "Statement" t2
                        where
                          t2."id" = t1."statementId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  (
                    select
                      t5.*
                    from
                      "Position" t5
                    where
                      t0."id" = t5."claimId"
                      and true
                    order by
                      t5."id" asc
                    limit
                      20
                  ) t1
              ),
              ','
            ),
            ']},"links":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('ClaimLink:', t6."id"), 'UTF8'),
                      'base64'
                    ),
                    '","kind":"',
                    t6."kind",
                    '","to":',
                    coalesce(
                      (
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
                            '}'
                          )
                        from
                          "Claim" t7
                        where
                          t7."id" = t6."toId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "ClaimLink" t6
                where
                  t0."id" = t6."fromId"
                  and true
                order by
                  t6."ordinal" asc,
                  t6."id" asc
              ),
              ','
            ),
            '],"incomingLinks":{"nodes":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('ClaimLink:', t8."id"), 'UTF8'),
                      'base64'
                    ),
                    '","kind":"',
                    t8."kind",
                    '","from":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Claim:', t9."id"), 'UTF8'),
                              'base64'
                            ),
                            '","slug":',
                            to_json(t9."slug"),
                            ',"text":',
                            to_json(t9."text"),
                            '}'
                          )
                        from
                          "Claim" t9
                        where
                          t9."id" = t8."fromId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  (
                    select
                      t10.*
                    from
                      "ClaimLink" t10
                    where
                      t0."id" = t10."toId"
                      and true
                    order by
                      t10."id" asc
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
              t11.*
            from
              "Claim" t11
            where
              true
              and exists (
                select
                from
                  "Position" t12
                where
                  t11."id" = t12."claimId"
                  and t12."stance" = $1::"Stance"
                offset
                  0
              )
            order by
              t11."slug" asc
            limit
              50
          ) t0
      ),
      ','
    ),
    ']}}'
  ) as data
