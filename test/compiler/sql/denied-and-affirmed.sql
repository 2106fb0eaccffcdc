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
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          encode(
                            convert_to('Claim'::text || ':' || t0."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t0."text" as "text",
                          t0."standing" as "standing",
                          (
                            select
                              row_to_json("#")
                            from
                              (
                                select
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          encode(
                                            convert_to('Position'::text || ':' || t1."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t1."stance" as "stance",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Statement'::text || ':' || t2."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t2."slug" as "slug",
                                                  (
                                                    select
                                                      coalesce(json_agg("#"), '[]'::json)
                                                    from
                                                      (
                                                        select
                                                          encode(
                                                            convert_to(
                                                              case t4."kind"
                                                                when 'ASSET' then 'Asset'
                                                                when 'GROUP' then 'Group'
                                                                when 'ORGANIZATION' then 'Organization'
                                                                when 'PERSON' then 'Person'
                                                                when 'STATE' then 'State'
                                                              end || ':' || t4."id",
                                                              'UTF8'
                                                            ),
                                                            'base64'
                                                          ) as "id",
                                                          t4."slug" as "slug",
                                                          t4."name" as "name"
                                                        from
                                                          "StatementSpeaker" t3
                                                          join "Actor" t4 on t4."id" = t3."actorId"
                                                        where
                                                          t2."id" = t3."statementId"
                                                        order by
                                                          t3."ordinal" asc
                                                      ) "#"
                                                  ) as "speakers"
                                                from
                                                  "Statement" t2
                                                where
                                                  t2."id" = t1."statementId"
                                                  and true
                                              ) "#"
                                          ) as "statement"
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
                                      ) "#"
                                  ) as "nodes"
                              ) "#"
                          ) as "positions",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('ClaimLink'::text || ':' || t6."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t6."kind" as "kind",
                                  (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          encode(
                                            convert_to('Claim'::text || ':' || t7."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t7."slug" as "slug",
                                          t7."text" as "text"
                                        from
                                          "Claim" t7
                                        where
                                          t7."id" = t6."toId"
                                          and true
                                      ) "#"
                                  ) as "to"
                                from
                                  "ClaimLink" t6
                                where
                                  t0."id" = t6."fromId"
                                  and true
                                order by
                                  t6."ordinal" asc,
                                  t6."id" asc
                              ) "#"
                          ) as "links",
                          (
                            select
                              row_to_json("#")
                            from
                              (
                                select
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          encode(
                                            convert_to('ClaimLink'::text || ':' || t8."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t8."kind" as "kind",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Claim'::text || ':' || t9."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t9."slug" as "slug",
                                                  t9."text" as "text"
                                                from
                                                  "Claim" t9
                                                where
                                                  t9."id" = t8."fromId"
                                                  and true
                                              ) "#"
                                          ) as "from"
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
                                      ) "#"
                                  ) as "nodes"
                              ) "#"
                          ) as "incomingLinks"
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
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "claims"
      ) "#"
  )::text as data
