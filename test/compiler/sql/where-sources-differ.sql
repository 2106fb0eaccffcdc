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
                            convert_to('Event'::text || ':' || t0."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t0."title" as "title",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('Citation'::text || ':' || t1."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t1."relation" as "relation",
                                  t1."field" as "field",
                                  t1."note" as "note",
                                  (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          encode(
                                            convert_to('Passage'::text || ':' || t2."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t2."number" as "number",
                                          t2."quote" as "quote"
                                        from
                                          "Passage" t2
                                        where
                                          t2."id" = t1."passageId"
                                          and true
                                      ) "#"
                                  ) as "passage"
                                from
                                  "Citation" t1
                                where
                                  t0."id" = t1."eventId"
                                  and true
                                order by
                                  t1."ordinal" asc,
                                  t1."id" asc
                              ) "#"
                          ) as "citations"
                        from
                          (
                            select
                              t3.*
                            from
                              "Event" t3
                            where
                              true
                              and exists (
                                select
                                from
                                  "Citation" t4
                                where
                                  t3."id" = t4."eventId"
                                  and t4."relation" = $1::"CitationRelation"
                                offset
                                  0
                              )
                            order by
                              t3."dateSortAsc" asc,
                              t3."id" asc
                            limit
                              20
                          ) t0
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "events",
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
                            convert_to('LegalAction'::text || ':' || t5."id", 'UTF8'),
                            'base64'
                          ) as "id",
                          t5."title" as "title",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  encode(
                                    convert_to('Citation'::text || ':' || t6."id", 'UTF8'),
                                    'base64'
                                  ) as "id",
                                  t6."relation" as "relation",
                                  t6."field" as "field",
                                  t6."note" as "note",
                                  (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          encode(
                                            convert_to('Passage'::text || ':' || t7."id", 'UTF8'),
                                            'base64'
                                          ) as "id",
                                          t7."number" as "number",
                                          t7."quote" as "quote"
                                        from
                                          "Passage" t7
                                        where
                                          t7."id" = t6."passageId"
                                          and true
                                      ) "#"
                                  ) as "passage"
                                from
                                  "Citation" t6
                                where
                                  t5."id" = t6."legalActionId"
                                  and true
                                order by
                                  t6."ordinal" asc,
                                  t6."id" asc
                              ) "#"
                          ) as "citations"
                        from
                          (
                            select
                              t8.*
                            from
                              "LegalAction" t8
                            where
                              true
                              and exists (
                                select
                                from
                                  "Citation" t9
                                where
                                  t8."id" = t9."legalActionId"
                                  and t9."relation" = $2::"CitationRelation"
                                offset
                                  0
                              )
                            order by
                              t8."dateSortAsc" asc,
                              t8."id" asc
                            limit
                              20
                          ) t5
                      ) "#"
                  ) as "nodes"
              ) "#"
          ) as "legalActions"
      ) "#"
  )::text as data
