select
  concat(
    '{"events":{"nodes":[',
    array_to_string(
      array(
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('Event:', t0."id"), 'UTF8'),
              'base64'
            ),
            '","title":',
            to_json(t0."title"),
            ',"citations":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('Citation:', t1."id"), 'UTF8'),
                      'base64'
                    ),
                    '","relation":"',
                    t1."relation",
                    '","field":',
                    coalesce(to_json(t1."field"), 'null'),
                    ',"note":',
                    coalesce(to_json(t1."note"), 'null'),
                    ',"passage":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Passage:', t2."id"), 'UTF8'),
                              'base64'
                            ),
                            '","number":',
                            to_json(t2."number"),
                            ',"quote":',
                            coalesce(to_json(t2."quote"), 'null'),
                            '}'
                          )
                        from
                          "Passage" t2
                        where
                          t2."id" = t1."passageId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "Citation" t1
                where
                  t0."id" = t1."eventId"
                  and true
                order by
                  t1."ordinal" asc,
                  t1."id" asc
              ),
              ','
            ),
            ']}'
          )
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
      ),
      ','
    ),
    ']},"legalActions":{"nodes":[',
    array_to_string(
      array(
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('LegalAction:', t5."id"), 'UTF8'),
              'base64'
            ),
            '","title":',
            to_json(t5."title"),
            ',"citations":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('Citation:', t6."id"), 'UTF8'),
                      'base64'
                    ),
                    '","relation":"',
                    t6."relation",
                    '","field":',
                    coalesce(to_json(t6."field"), 'null'),
                    ',"note":',
                    coalesce(to_json(t6."note"), 'null'),
                    ',"passage":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(concat('Passage:', t7."id"), 'UTF8'),
                              'base64'
                            ),
                            '","number":',
                            to_json(t7."number"),
                            ',"quote":',
                            coalesce(to_json(t7."quote"), 'null'),
                            '}'
                          )
                        from
                          "Passage" t7
                        where
                          t7."id" = t6."passageId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "Citation" t6
                where
                  t5."id" = t6."legalActionId"
                  and true
                order by
                  t6."ordinal" asc,
                  t6."id" asc
              ),
              ','
            ),
            ']}'
          )
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
      ),
      ','
    ),
    ']}}'
  ) as data
