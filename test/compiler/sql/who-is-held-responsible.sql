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
                  ) as "totalCount",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          encode(
                            convert_to('Claim'::text || ':' || t7."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t7."slug" as "slug",
                          t7."text" as "text",
                          t7."kind" as "kind",
                          t7."standing" as "standing",
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
                                            convert_to('Position'::text || ':' || t9."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t9."stance" as "stance",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  encode(
                                                    convert_to('Statement'::text || ':' || t10."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t10."slug" as "slug",
                                                  case
                                                    when t10."dateEdtf" is not null then (
                                                      select
                                                        row_to_json("#")
                                                      from
                                                        (
                                                          select
                                                            t10."dateEdtf" as "edtf"
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
                                                              case t12."kind"
                                                                when 'ASSET' then 'Asset'
                                                                when 'GROUP' then 'Group'
                                                                when 'ORGANIZATION' then 'Organization'
                                                                when 'PERSON' then 'Person'
                                                                when 'STATE' then 'State'
                                                              end || ':' || t12."id",
                                                              'UTF8'
                                                            ),
                                                            'base64'
                                                          ) as "id",
                                                          t12."slug" as "slug",
                                                          t12."name" as "name"
                                                        from
                                                          "StatementSpeaker" t11
                                                          join "Actor" t12 on t12."id" = t11."actorId"
                                                        where
                                                          t10."id" = t11."statementId"
                                                        order by
                                                          t11."ordinal" asc
                                                      ) "#"
                                                  ) as "speakers"
                                                from
                                                  "Statement" t10
                                                where
                                                  t10."id" = t9."statementId"
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
                                                    convert_to('Citation'::text || ':' || t13."id", 'UTF8'),
                                                    'base64'
                                                  ) as "id",
                                                  t13."fidelity" as "fidelity",
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          encode(
                                                            convert_to('Passage'::text || ':' || t14."id", 'UTF8'),
                                                            'base64'
                                                          ) as "id",
                                                          t14."number" as "number",
                                                          t14."quote" as "quote"
                                                        from
                                                          "Passage" t14
                                                        where
                                                          t14."id" = t13."passageId"
                                                          and true
                                                      ) "#"
                                                  ) as "passage"
                                                from
                                                  "Citation" t13
                                                where
                                                  t9."id" = t13."positionId"
                                                  and true
                                                order by
                                                  t13."ordinal" asc,
                                                  t13."id" asc
                                              ) "#"
                                          ) as "citations"
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
                                      ) "#"
                                  ) as "nodes"
                              ) "#"
                          ) as "positions"
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
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "claims"
      ) "#"
  )::text as data
