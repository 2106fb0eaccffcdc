select
  (
    select
      row_to_json("#")
    from
      (
        select
          (
            select
              case
                when t0."kind" in ('ASSET', 'ORGANIZATION', 'STATE') then (
                  select
                    row_to_json("#")
                  from
                    (
                      select
                        case t0."kind"
                          when 'ASSET' then 'Asset'
                          when 'ORGANIZATION' then 'Organization'
                          when 'STATE' then 'State'
                        end as "__typename",
                        encode(
                          convert_to(
                            case t0."kind"
                              when 'ASSET' then 'Asset'
                              when 'ORGANIZATION' then 'Organization'
                              when 'STATE' then 'State'
                            end || ':' || t0."id",
                            'UTF8'
                          ),
                          'base64'
                        ) as "id",
                        t0."slug" as "slug",
                        t0."name" as "name",
                        t0."description" as "description",
                        t0."standing" as "standing",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Name'::text || ':' || t1."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t1."value" as "value",
                                t1."kind" as "kind",
                                t1."standing" as "standing",
                                (
                                  select
                                    coalesce(json_agg("#"), '[]'::json)
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to('Citation'::text || ':' || t2."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Passage'::text || ':' || t3."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t3."number" as "number"
                                              from
                                                "Passage" t3
                                              where
                                                t3."id" = t2."passageId"
                                                and true
                                            ) "#"
                                        ) as "passage"
                                      from
                                        "Citation" t2
                                      where
                                        t1."id" = t2."nameId"
                                        and true
                                      order by
                                        t2."ordinal" asc,
                                        t2."id" asc
                                    ) "#"
                                ) as "citations"
                              from
                                "Name" t1
                              where
                                t0."id" = t1."actorId"
                                and true
                              order by
                                t1."ordinal" asc,
                                t1."id" asc
                            ) "#"
                        ) as "names",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Relationship'::text || ':' || t4."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t4."kind" as "kind",
                                t4."title" as "title",
                                t4."standing" as "standing",
                                case
                                  when t4."sinceEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t4."sinceEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "since",
                                case
                                  when t4."untilEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t4."untilEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "until",
                                case
                                  when t4."asOfEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t4."asOfEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "asOf",
                                (
                                  select
                                    row_to_json("#")
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to(
                                            case t5."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end || ':' || t5."id",
                                            'UTF8'
                                          ),
                                          'base64'
                                        ) as "id",
                                        t5."slug" as "slug",
                                        t5."name" as "name"
                                      from
                                        "Actor" t5
                                      where
                                        t5."id" = t4."toId"
                                        and true
                                    ) "#"
                                ) as "to"
                              from
                                "Relationship" t4
                              where
                                t0."id" = t4."fromId"
                                and true
                              order by
                                t4."ordinal" asc,
                                t4."id" asc
                            ) "#"
                        ) as "relationships",
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
                                          convert_to('Relationship'::text || ':' || t6."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t6."kind" as "kind",
                                        t6."title" as "title",
                                        t6."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
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
                                                "Actor" t7
                                              where
                                                t7."id" = t6."fromId"
                                                and true
                                            ) "#"
                                        ) as "from"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Relationship" t8
                                          where
                                            t0."id" = t8."toId"
                                            and true
                                          order by
                                            t8."id" asc
                                          limit
                                            50
                                        ) t6
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "incomingRelationships",
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
                                          convert_to('Participation'::text || ':' || t9."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t9."role" as "role",
                                        t9."standing" as "standing",
                                        t9."capacity" as "capacity",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Event'::text || ':' || t10."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t10."slug" as "slug",
                                                t10."title" as "title",
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
                                                end as "date"
                                              from
                                                "Event" t10
                                              where
                                                t10."id" = t9."eventId"
                                                and true
                                            ) "#"
                                        ) as "event"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Participation" t11
                                          where
                                            t0."id" = t11."actorId"
                                            and true
                                          order by
                                            t11."id" asc
                                          limit
                                            50
                                        ) t9
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "participations",
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
                                          convert_to('LegalParty'::text || ':' || t12."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t12."role" as "role",
                                        t12."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('LegalAction'::text || ':' || t13."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t13."slug" as "slug",
                                                t13."title" as "title",
                                                t13."kind" as "kind"
                                              from
                                                "LegalAction" t13
                                              where
                                                t13."id" = t12."legalActionId"
                                                and true
                                            ) "#"
                                        ) as "legalAction"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "LegalParty" t14
                                          where
                                            t0."id" = t14."actorId"
                                            and true
                                          order by
                                            t14."id" asc
                                          limit
                                            50
                                        ) t12
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "legalParties",
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
                                          convert_to('Statement'::text || ':' || t15."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t15."slug" as "slug",
                                        t15."summary" as "summary",
                                        case
                                          when t15."dateEdtf" is not null then (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t15."dateEdtf" as "edtf"
                                              ) "#"
                                          )
                                        end as "date"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t16
                                          where
                                            t16."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementSpeakers" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t16."dateSortAsc" asc,
                                            t16."id" asc
                                          limit
                                            50
                                        ) t15
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "statements",
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
                                          convert_to('Statement'::text || ':' || t17."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t17."slug" as "slug",
                                        t17."summary" as "summary"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t18
                                          where
                                            t18."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementActors" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t18."dateSortAsc" asc,
                                            t18."id" asc
                                          limit
                                            50
                                        ) t17
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "mentions",
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
                                          convert_to('Claim'::text || ':' || t19."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t19."slug" as "slug",
                                        t19."text" as "text",
                                        t19."standing" as "standing"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Claim" t20
                                          where
                                            t20."id" in (
                                              select
                                                j."B"
                                              from
                                                "_ClaimHoldsResponsible" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t20."slug" asc
                                          limit
                                            50
                                        ) t19
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "heldResponsibleIn"
                    ) "#"
                )
                when t0."kind" in ('GROUP') then (
                  select
                    row_to_json("#")
                  from
                    (
                      select
                        'Group'::text as "__typename",
                        encode(
                          convert_to('Group'::text || ':' || t0."id", 'UTF8'),
                          'base64'
                        ) as "id",
                        t0."slug" as "slug",
                        t0."name" as "name",
                        t0."description" as "description",
                        t0."standing" as "standing",
                        t0."size" as "size",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Name'::text || ':' || t21."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t21."value" as "value",
                                t21."kind" as "kind",
                                t21."standing" as "standing",
                                (
                                  select
                                    coalesce(json_agg("#"), '[]'::json)
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to('Citation'::text || ':' || t22."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Passage'::text || ':' || t23."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t23."number" as "number"
                                              from
                                                "Passage" t23
                                              where
                                                t23."id" = t22."passageId"
                                                and true
                                            ) "#"
                                        ) as "passage"
                                      from
                                        "Citation" t22
                                      where
                                        t21."id" = t22."nameId"
                                        and true
                                      order by
                                        t22."ordinal" asc,
                                        t22."id" asc
                                    ) "#"
                                ) as "citations"
                              from
                                "Name" t21
                              where
                                t0."id" = t21."actorId"
                                and true
                              order by
                                t21."ordinal" asc,
                                t21."id" asc
                            ) "#"
                        ) as "names",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Relationship'::text || ':' || t24."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t24."kind" as "kind",
                                t24."title" as "title",
                                t24."standing" as "standing",
                                case
                                  when t24."sinceEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t24."sinceEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "since",
                                case
                                  when t24."untilEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t24."untilEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "until",
                                case
                                  when t24."asOfEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t24."asOfEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "asOf",
                                (
                                  select
                                    row_to_json("#")
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to(
                                            case t25."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end || ':' || t25."id",
                                            'UTF8'
                                          ),
                                          'base64'
                                        ) as "id",
                                        t25."slug" as "slug",
                                        t25."name" as "name"
                                      from
                                        "Actor" t25
                                      where
                                        t25."id" = t24."toId"
                                        and true
                                    ) "#"
                                ) as "to"
                              from
                                "Relationship" t24
                              where
                                t0."id" = t24."fromId"
                                and true
                              order by
                                t24."ordinal" asc,
                                t24."id" asc
                            ) "#"
                        ) as "relationships",
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
                                          convert_to('Relationship'::text || ':' || t26."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t26."kind" as "kind",
                                        t26."title" as "title",
                                        t26."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to(
                                                    case t27."kind"
                                                      when 'ASSET' then 'Asset'
                                                      when 'GROUP' then 'Group'
                                                      when 'ORGANIZATION' then 'Organization'
                                                      when 'PERSON' then 'Person'
                                                      when 'STATE' then 'State'
                                                    end || ':' || t27."id",
                                                    'UTF8'
                                                  ),
                                                  'base64'
                                                ) as "id",
                                                t27."slug" as "slug",
                                                t27."name" as "name"
                                              from
                                                "Actor" t27
                                              where
                                                t27."id" = t26."fromId"
                                                and true
                                            ) "#"
                                        ) as "from"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Relationship" t28
                                          where
                                            t0."id" = t28."toId"
                                            and true
                                          order by
                                            t28."id" asc
                                          limit
                                            50
                                        ) t26
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "incomingRelationships",
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
                                          convert_to('Participation'::text || ':' || t29."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t29."role" as "role",
                                        t29."standing" as "standing",
                                        t29."capacity" as "capacity",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Event'::text || ':' || t30."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t30."slug" as "slug",
                                                t30."title" as "title",
                                                case
                                                  when t30."dateEdtf" is not null then (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t30."dateEdtf" as "edtf"
                                                      ) "#"
                                                  )
                                                end as "date"
                                              from
                                                "Event" t30
                                              where
                                                t30."id" = t29."eventId"
                                                and true
                                            ) "#"
                                        ) as "event"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Participation" t31
                                          where
                                            t0."id" = t31."actorId"
                                            and true
                                          order by
                                            t31."id" asc
                                          limit
                                            50
                                        ) t29
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "participations",
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
                                          convert_to('LegalParty'::text || ':' || t32."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t32."role" as "role",
                                        t32."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('LegalAction'::text || ':' || t33."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t33."slug" as "slug",
                                                t33."title" as "title",
                                                t33."kind" as "kind"
                                              from
                                                "LegalAction" t33
                                              where
                                                t33."id" = t32."legalActionId"
                                                and true
                                            ) "#"
                                        ) as "legalAction"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "LegalParty" t34
                                          where
                                            t0."id" = t34."actorId"
                                            and true
                                          order by
                                            t34."id" asc
                                          limit
                                            50
                                        ) t32
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "legalParties",
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
                                          convert_to('Statement'::text || ':' || t35."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t35."slug" as "slug",
                                        t35."summary" as "summary",
                                        case
                                          when t35."dateEdtf" is not null then (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t35."dateEdtf" as "edtf"
                                              ) "#"
                                          )
                                        end as "date"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t36
                                          where
                                            t36."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementSpeakers" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t36."dateSortAsc" asc,
                                            t36."id" asc
                                          limit
                                            50
                                        ) t35
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "statements",
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
                                          convert_to('Statement'::text || ':' || t37."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t37."slug" as "slug",
                                        t37."summary" as "summary"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t38
                                          where
                                            t38."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementActors" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t38."dateSortAsc" asc,
                                            t38."id" asc
                                          limit
                                            50
                                        ) t37
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "mentions",
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
                                          convert_to('Claim'::text || ':' || t39."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t39."slug" as "slug",
                                        t39."text" as "text",
                                        t39."standing" as "standing"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Claim" t40
                                          where
                                            t40."id" in (
                                              select
                                                j."B"
                                              from
                                                "_ClaimHoldsResponsible" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t40."slug" asc
                                          limit
                                            50
                                        ) t39
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "heldResponsibleIn"
                    ) "#"
                )
                when t0."kind" in ('PERSON') then (
                  select
                    row_to_json("#")
                  from
                    (
                      select
                        'Person'::text as "__typename",
                        encode(
                          convert_to('Person'::text || ':' || t0."id", 'UTF8'),
                          'base64'
                        ) as "id",
                        t0."slug" as "slug",
                        t0."name" as "name",
                        t0."description" as "description",
                        t0."standing" as "standing",
                        t0."reportedAge" as "reportedAge",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Name'::text || ':' || t41."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t41."value" as "value",
                                t41."kind" as "kind",
                                t41."standing" as "standing",
                                (
                                  select
                                    coalesce(json_agg("#"), '[]'::json)
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to('Citation'::text || ':' || t42."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Passage'::text || ':' || t43."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t43."number" as "number"
                                              from
                                                "Passage" t43
                                              where
                                                t43."id" = t42."passageId"
                                                and true
                                            ) "#"
                                        ) as "passage"
                                      from
                                        "Citation" t42
                                      where
                                        t41."id" = t42."nameId"
                                        and true
                                      order by
                                        t42."ordinal" asc,
                                        t42."id" asc
                                    ) "#"
                                ) as "citations"
                              from
                                "Name" t41
                              where
                                t0."id" = t41."actorId"
                                and true
                              order by
                                t41."ordinal" asc,
                                t41."id" asc
                            ) "#"
                        ) as "names",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Relationship'::text || ':' || t44."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t44."kind" as "kind",
                                t44."title" as "title",
                                t44."standing" as "standing",
                                case
                                  when t44."sinceEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t44."sinceEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "since",
                                case
                                  when t44."untilEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t44."untilEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "until",
                                case
                                  when t44."asOfEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t44."asOfEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "asOf",
                                (
                                  select
                                    row_to_json("#")
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to(
                                            case t45."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end || ':' || t45."id",
                                            'UTF8'
                                          ),
                                          'base64'
                                        ) as "id",
                                        t45."slug" as "slug",
                                        t45."name" as "name"
                                      from
                                        "Actor" t45
                                      where
                                        t45."id" = t44."toId"
                                        and true
                                    ) "#"
                                ) as "to"
                              from
                                "Relationship" t44
                              where
                                t0."id" = t44."fromId"
                                and true
                              order by
                                t44."ordinal" asc,
                                t44."id" asc
                            ) "#"
                        ) as "relationships",
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
                                          convert_to('Relationship'::text || ':' || t46."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t46."kind" as "kind",
                                        t46."title" as "title",
                                        t46."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to(
                                                    case t47."kind"
                                                      when 'ASSET' then 'Asset'
                                                      when 'GROUP' then 'Group'
                                                      when 'ORGANIZATION' then 'Organization'
                                                      when 'PERSON' then 'Person'
                                                      when 'STATE' then 'State'
                                                    end || ':' || t47."id",
                                                    'UTF8'
                                                  ),
                                                  'base64'
                                                ) as "id",
                                                t47."slug" as "slug",
                                                t47."name" as "name"
                                              from
                                                "Actor" t47
                                              where
                                                t47."id" = t46."fromId"
                                                and true
                                            ) "#"
                                        ) as "from"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Relationship" t48
                                          where
                                            t0."id" = t48."toId"
                                            and true
                                          order by
                                            t48."id" asc
                                          limit
                                            50
                                        ) t46
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "incomingRelationships",
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
                                          convert_to('Participation'::text || ':' || t49."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t49."role" as "role",
                                        t49."standing" as "standing",
                                        t49."capacity" as "capacity",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Event'::text || ':' || t50."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t50."slug" as "slug",
                                                t50."title" as "title",
                                                case
                                                  when t50."dateEdtf" is not null then (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t50."dateEdtf" as "edtf"
                                                      ) "#"
                                                  )
                                                end as "date"
                                              from
                                                "Event" t50
                                              where
                                                t50."id" = t49."eventId"
                                                and true
                                            ) "#"
                                        ) as "event"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Participation" t51
                                          where
                                            t0."id" = t51."actorId"
                                            and true
                                          order by
                                            t51."id" asc
                                          limit
                                            50
                                        ) t49
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "participations",
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
                                          convert_to('LegalParty'::text || ':' || t52."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t52."role" as "role",
                                        t52."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('LegalAction'::text || ':' || t53."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t53."slug" as "slug",
                                                t53."title" as "title",
                                                t53."kind" as "kind"
                                              from
                                                "LegalAction" t53
                                              where
                                                t53."id" = t52."legalActionId"
                                                and true
                                            ) "#"
                                        ) as "legalAction"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "LegalParty" t54
                                          where
                                            t0."id" = t54."actorId"
                                            and true
                                          order by
                                            t54."id" asc
                                          limit
                                            50
                                        ) t52
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "legalParties",
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
                                          convert_to('Statement'::text || ':' || t55."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t55."slug" as "slug",
                                        t55."summary" as "summary",
                                        case
                                          when t55."dateEdtf" is not null then (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t55."dateEdtf" as "edtf"
                                              ) "#"
                                          )
                                        end as "date"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t56
                                          where
                                            t56."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementSpeakers" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t56."dateSortAsc" asc,
                                            t56."id" asc
                                          limit
                                            50
                                        ) t55
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "statements",
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
                                          convert_to('Statement'::text || ':' || t57."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t57."slug" as "slug",
                                        t57."summary" as "summary"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Statement" t58
                                          where
                                            t58."id" in (
                                              select
                                                j."B"
                                              from
                                                "_StatementActors" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t58."dateSortAsc" asc,
                                            t58."id" asc
                                          limit
                                            50
                                        ) t57
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "mentions",
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
                                          convert_to('Claim'::text || ':' || t59."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t59."slug" as "slug",
                                        t59."text" as "text",
                                        t59."standing" as "standing"
                                      from
                                        (
                                          select
                                            *
                                          from
                                            "Claim" t60
                                          where
                                            t60."id" in (
                                              select
                                                j."B"
                                              from
                                                "_ClaimHoldsResponsible" j
                                              where
                                                j."A" = t0."id"
                                            )
                                            and true
                                          order by
                                            t60."slug" asc
                                          limit
                                            50
                                        ) t59
                                    ) "#"
                                ) as "nodes"
                            ) "#"
                        ) as "heldResponsibleIn"
                    ) "#"
                )
              end
            from
              "Actor" t0
            where
              t0."slug" = $1::text
          ) as "actor"
      ) "#"
  )::text as data
