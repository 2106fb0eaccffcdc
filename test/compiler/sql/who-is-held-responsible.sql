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
                          "_ClaimHoldsResponsible" t1
                        where
                          t1."B" = t0."id"
                          and exists (
                            select
                            from
                              "Actor" t2
                            where
                              t2."id" = t1."A"
                              and t2."slug" = any ($1::text[])
                          )
                      )
                  ) as "totalCount",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          encode(
                            convert_to('Claim'::text || ':' || t3."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t3."slug" as "slug",
                          t3."text" as "text",
                          t3."kind" as "kind",
                          t3."standing" as "standing",
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
                                  "Actor" t4
                                where
                                  t4."id" in (
                                    select
                                      j."A"
                                    from
                                      "_ClaimHoldsResponsible" j
                                    where
                                      j."B" = t3."id"
                                  )
                                  and true
                                order by
                                  t4."slug" asc
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
                                            convert_to('Position'::text || ':' || t5."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t5."stance" as "stance",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Statement'::text || ':' || t6."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t6."slug" as "slug",
                                                  case
                                                    when t6."dateEdtf" is not null then (
                                                      select
                                                        row_to_json("#")
                                                      from
                                                        (
                                                          select
                                                            t6."dateEdtf" as "edtf"
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
                                                              case t8."kind"
                                                                when 'ASSET' then 'Asset'
                                                                when 'GROUP' then 'Group'
                                                                when 'ORGANIZATION' then 'Organization'
                                                                when 'PERSON' then 'Person'
                                                                when 'STATE' then 'State'
                                                              end || ':' || t8."id",
                                                              'UTF8'
                                                            ),
                                                            'base64'
                                                          ) as "id",
                                                          t8."slug" as "slug",
                                                          t8."name" as "name"
                                                        from
                                                          "StatementSpeaker" t7
                                                          join "Actor" t8 on t8."id" = t7."actorId"
                                                        where
                                                          t6."id" = t7."statementId"
                                                        order by
                                                          t7."ordinal" asc
                                                      ) "#"
                                                  ) as "speakers"
                                                from
                                                  "Statement" t6
                                                where
                                                  t6."id" = t5."statementId"
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
                                                    convert_to('Citation'::text || ':' || t9."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t9."fidelity" as "fidelity",
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          encode(
                                                            convert_to('Passage'::text || ':' || t10."id", 'UTF8'),
                                                            'base64'
                                                          ) as "id",
                                                          t10."number" as "number",
                                                          t10."quote" as "quote"
                                                        from
                                                          "Passage" t10
                                                        where
                                                          t10."id" = t9."passageId"
                                                          and true
                                                      ) "#"
                                                  ) as "passage"
                                                from
                                                  "Citation" t9
                                                where
                                                  t5."id" = t9."positionId"
                                                  and true
                                                order by
                                                  t9."ordinal" asc,
                                                  t9."id" asc
                                              ) "#"
                                          ) as "citations"
                                        from
                                          (
                                            select
                                              t11.*
                                            from
                                              "Position" t11
                                            where
                                              t3."id" = t11."claimId"
                                              and true
                                            order by
                                              t11."id" asc
                                            limit
                                              20
                                          ) t5
                                      ) "#"
                                  ) as "nodes"
                              ) "#"
                          ) as "positions"
                        from
                          (
                            select
                              t12.*
                            from
                              (
                                select
                                  t12.*
                                from
                                  "Claim" t12
                                where
                                  true
                                  and exists (
                                    select
                                    from
                                      "_ClaimHoldsResponsible" t13
                                    where
                                      t13."B" = t12."id"
                                      and exists (
                                        select
                                        from
                                          "Actor" t14
                                        where
                                          t14."id" = t13."A"
                                          and t14."slug" = any ($1::text[])
                                      )
                                  )
                                offset
                                  0
                              ) t12
                            order by
                              t12."slug" asc
                            limit
                              40
                          ) t3
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "claims"
      ) "#"
  )::text as data
