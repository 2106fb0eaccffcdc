select
  concat(
    '{"legalActions":{"totalCount":',
    (
      select
        count(*)
      from
        "LegalAction" t0
      where
        true
        and true
    ),
    ',"nodes":[',
    array_to_string(
      array(
        select
          concat(
            '{"id":"',
            encode(
              convert_to(concat('LegalAction:', t1."id"), 'UTF8'),
              'base64'
            ),
            '","slug":',
            to_json(t1."slug"),
            ',"title":',
            to_json(t1."title"),
            ',"kind":"',
            t1."kind",
            '","standing":"',
            t1."standing",
            '","date":',
            case
              when t1."dateEdtf" is not null then concat(
                '{"edtf":',
                coalesce(to_json(t1."dateEdtf"), 'null'),
                '}'
              )
              else 'null'
            end,
            ',"dateOf":',
            coalesce('"' || t1."dateOf"::text || '"', 'null'),
            ',"offences":',
            to_json(t1."offences"),
            ',"parties":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('LegalParty:', t2."id"), 'UTF8'),
                      'base64'
                    ),
                    '","role":"',
                    t2."role",
                    '","standing":"',
                    t2."standing",
                    '","disposition":',
                    coalesce('"' || t2."disposition"::text || '"', 'null'),
                    ',"actor":',
                    coalesce(
                      (
                        select
                          concat(
                            '{"id":"',
                            encode(
                              convert_to(
                                concat(
                                  case t3."kind"
                                    when 'ASSET' then 'Asset'
                                    when 'GROUP' then 'Group'
                                    when 'ORGANIZATION' then 'Organization'
                                    when 'PERSON' then 'Person'
                                    when 'STATE' then 'State'
                                  end,
                                  ':',
                                  t3."id"
                                ),
                                'UTF8'
                              ),
                              'base64'
                            ),
                            '","slug":',
                            to_json(t3."slug"),
                            ',"name":',
                            to_json(t3."name"),
                            '}'
                          )
                        from
                          "Actor" t3
                        where
                          t3."id" = t2."actorId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "LegalParty" t2
                where
                  t1."id" = t2."legalActionId"
                  and true
                order by
                  t2."ordinal" asc,
                  t2."id" asc
              ),
              ','
            ),
            '],"statuses":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('LegalStatus:', t4."id"), 'UTF8'),
                      'base64'
                    ),
                    '","status":"',
                    t4."status",
                    '","date":',
                    case
                      when t4."dateEdtf" is not null then concat(
                        '{"edtf":',
                        coalesce(to_json(t4."dateEdtf"), 'null'),
                        '}'
                      )
                      else 'null'
                    end,
                    ',"standing":"',
                    t4."standing",
                    '"}'
                  )
                from
                  "LegalStatus" t4
                where
                  t1."id" = t4."legalActionId"
                  and true
                order by
                  t4."ordinal" asc,
                  t4."id" asc
              ),
              ','
            ),
            '],"terms":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('LegalTerm:', t5."id"), 'UTF8'),
                      'base64'
                    ),
                    '","condition":',
                    coalesce(to_json(t5."condition"), 'null'),
                    ',"then":',
                    to_json(t5."then"),
                    ',"by":',
                    case
                      when t5."byEdtf" is not null then concat(
                        '{"edtf":',
                        coalesce(to_json(t5."byEdtf"), 'null'),
                        '}'
                      )
                      else 'null'
                    end,
                    ',"state":"',
                    t5."state",
                    '"}'
                  )
                from
                  "LegalTerm" t5
                where
                  t1."id" = t5."legalActionId"
                  and true
                order by
                  t5."ordinal" asc,
                  t5."id" asc
              ),
              ','
            ),
            '],"links":[',
            array_to_string(
              array(
                select
                  concat(
                    '{"id":"',
                    encode(
                      convert_to(concat('LegalLink:', t6."id"), 'UTF8'),
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
                              convert_to(concat('LegalAction:', t7."id"), 'UTF8'),
                              'base64'
                            ),
                            '","slug":',
                            to_json(t7."slug"),
                            ',"title":',
                            to_json(t7."title"),
                            '}'
                          )
                        from
                          "LegalAction" t7
                        where
                          t7."id" = t6."toId"
                          and true
                      ),
                      'null'
                    ),
                    '}'
                  )
                from
                  "LegalLink" t6
                where
                  t1."id" = t6."fromId"
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
              and true
            order by
              t8."dateSortAsc" asc,
              t8."id" asc
            limit
              50
          ) t1
      ),
      ','
    ),
    ']}}'
  ) as data
