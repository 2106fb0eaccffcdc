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
                      "LegalAction" t0
                    where
                      true
                      and true
                  ) as "totalCount",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          encode(
                            convert_to('LegalAction'::text || ':' || t1."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t1."slug" as "slug",
                          t1."title" as "title",
                          t1."kind" as "kind",
                          t1."standing" as "standing",
                          case
                            when t1."dateEdtf" is not null then (
                              select
                                row_to_json("#")
                              from
                                (
                                  select
                                    t1."dateEdtf" as "edtf"
                                ) "#"
                            )
                          end as "date",
                          t1."dateOf" as "dateOf",
                          t1."offences" as "offences",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('LegalParty'::text || ':' || t2."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t2."role" as "role",
                                  t2."standing" as "standing",
                                  t2."disposition" as "disposition",
                                  (
                                    select
                                      row_to_json("#")
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
                                          t3."id" = t2."actorId"
                                          and true
                                      ) "#"
                                  ) as "actor"
                                from
                                  "LegalParty" t2
                                where
                                  t1."id" = t2."legalActionId"
                                  and true
                                order by
                                  t2."ordinal" asc,
                                  t2."id" asc
                              ) "#"
                          ) as "parties",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('LegalStatus'::text || ':' || t4."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t4."status" as "status",
                                  case
                                    when t4."dateEdtf" is not null then (
                                      select
                                        row_to_json("#")
                                      from
                                        (
                                          select
                                            t4."dateEdtf" as "edtf"
                                        ) "#"
                                    )
                                  end as "date",
                                  t4."standing" as "standing"
                                from
                                  "LegalStatus" t4
                                where
                                  t1."id" = t4."legalActionId"
                                  and true
                                order by
                                  t4."ordinal" asc,
                                  t4."id" asc
                              ) "#"
                          ) as "statuses",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('LegalTerm'::text || ':' || t5."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t5."condition" as "condition",
                                  t5."then" as "then",
                                  case
                                    when t5."byEdtf" is not null then (
                                      select
                                        row_to_json("#")
                                      from
                                        (
                                          select
                                            t5."byEdtf" as "edtf"
                                        ) "#"
                                    )
                                  end as "by",
                                  t5."state" as "state"
                                from
                                  "LegalTerm" t5
                                where
                                  t1."id" = t5."legalActionId"
                                  and true
                                order by
                                  t5."ordinal" asc,
                                  t5."id" asc
                              ) "#"
                          ) as "terms",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('LegalLink'::text || ':' || t6."id", 'UTF8'),
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
                                            convert_to('LegalAction'::text || ':' || t7."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t7."slug" as "slug",
                                          t7."title" as "title"
                                        from
                                          "LegalAction" t7
                                        where
                                          t7."id" = t6."toId"
                                          and true
                                      ) "#"
                                  ) as "to"
                                from
                                  "LegalLink" t6
                                where
                                  t1."id" = t6."fromId"
                                  and true
                                order by
                                  t6."ordinal" asc,
                                  t6."id" asc
                              ) "#"
                          ) as "links"
                        from
                          (
                            select
                              t8.*
                            from
                              "LegalAction" t8
                            where
                              true
                              and true
                            order by
                              t8."dateSortAsc" asc,
                              t8."id" asc
                            limit
                              50
                          ) t1
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "legalActions"
      ) "#"
  )::text as data
