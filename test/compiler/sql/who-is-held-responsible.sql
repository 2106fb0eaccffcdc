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
                      count(*)
                    from
                      "Claim" t0
                    where
                      true
                      and exists (
                        select
                        from
                          "Actor" t1
                        where
                          t1."id" in (
                            select
                              j."A"
                            from
                              "_ClaimHoldsResponsible" j
                            where
                              j."B" = t0."id"
                          )
                          and t1."slug" = any ($1::text[])
                      )
                  ) as "totalCount",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          encode(
                            convert_to('Claim'::text || ':' || t2."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t2."slug" as "slug",
                          t2."text" as "text",
                          t2."kind" as "kind",
                          t2."standing" as "standing",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to(
                                      case t3."kind"
                                        when 'ASSET' then 'Asset'
                                        when 'GROUP' then 'Group'
                                        when 'ORGANIZATION' then 'Organization'
                                        when 'PERSON' then 'Person'
                                        when 'STATE' then 'State'
                                      end || ':' || t3."id",
                                      'UTF8'
                                    ),
                                    'base64'
                                  ) as "id",
                                  t3."slug" as "slug",
                                  t3."name" as "name"
                                from
                                  "Actor" t3
                                where
                                  t3."id" in (
                                    select
                                      j."A"
                                    from
                                      "_ClaimHoldsResponsible" j
                                    where
                                      j."B" = t2."id"
                                  )
                                  and true
                                order by
                                  t3."slug" asc
                              ) "#"
                          ) as "holdsResponsible",
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
                                            convert_to('Position'::text || ':' || t4."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t4."stance" as "stance",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Statement'::text || ':' || t5."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t5."slug" as "slug",
                                                  case
                                                    when t5."dateEdtf" is not null then (
                                                      select
                                                        row_to_json("#")
                                                      from
                                                        (
                                                          select
                                                            t5."dateEdtf" as "edtf"
                                                        ) "#"
                                                    )
                                                  end as "date",
                                                  (
                                                    select
                                                      coalesce(json_agg("#"), '[]'::json)
                                                    from
                                                      (
                                                        select
                                                          encode(
                                                            convert_to(
                                                              case t7."kind"
                                                                when 'ASSET' then 'Asset'
                                                                when 'GROUP' then 'Group'
                                                                when 'ORGANIZATION' then 'Organization'
                                                                when 'PERSON' then 'Person'
                                                                when 'STATE' then 'State'
                                                              end || ':' || t7."id",
                                                              'UTF8'
                                                            ),
                                                            'base64'
                                                          ) as "id",
                                                          t7."slug" as "slug",
                                                          t7."name" as "name"
                                                        from
                                                          "StatementSpeaker" t6
                                                          join "Actor" t7 on t7."id" = t6."actorId"
                                                        where
                                                          t5."id" = t6."statementId"
                                                        order by
                                                          t6."ordinal" asc
                                                      ) "#"
                                                  ) as "speakers"
                                                from
                                                  "Statement" t5
                                                where
                                                  t5."id" = t4."statementId"
                                                  and true
                                              ) "#"
                                          ) as "statement",
                                          (
                                            select
                                              coalesce(json_agg("#"), '[]'::json)
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Citation'::text || ':' || t8."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t8."fidelity" as "fidelity",
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          encode(
                                                            convert_to('Passage'::text || ':' || t9."id", 'UTF8'),
                                                            'base64'
                                                          ) as "id",
                                                          t9."number" as "number",
                                                          t9."quote" as "quote"
                                                        from
                                                          "Passage" t9
                                                        where
                                                          t9."id" = t8."passageId"
                                                          and true
                                                      ) "#"
                                                  ) as "passage"
                                                from
                                                  "Citation" t8
                                                where
                                                  t4."id" = t8."positionId"
                                                  and true
                                                order by
                                                  t8."ordinal" asc,
                                                  t8."id" asc
                                              ) "#"
                                          ) as "citations"
                                        from
                                          (
                                            select
                                              t10.*
                                            from
                                              "Position" t10
                                            where
                                              t2."id" = t10."claimId"
                                              and true
                                            order by
                                              t10."id" asc
                                            limit
                                              20
                                          ) t4
                                      ) "#"
                                  ) as "nodes"
                              ) "#"
                          ) as "positions"
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
                                  "Actor" t12
                                where
                                  t12."id" in (
                                    select
                                      j."A"
                                    from
                                      "_ClaimHoldsResponsible" j
                                    where
                                      j."B" = t11."id"
                                  )
                                  and t12."slug" = any ($1::text[])
                              )
                            order by
                              t11."slug" asc
                            limit
                              40
                          ) t2
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "claims"
      ) "#"
  )::text as data
