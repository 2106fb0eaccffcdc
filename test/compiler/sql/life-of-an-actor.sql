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
                                            t8.*
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
                                            t11.*
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
                                            t14.*
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
                                            t16.*
                                          from
                                            "_StatementSpeakers" t17
                                            join "Statement" t16 on t16."id" = t17."B"
                                          where
                                            t17."A" = t0."id"
                                            and true
                                          order by
                                            t17."dateSortAsc" asc,
                                            t17."B" asc
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
                                          convert_to('Statement'::text || ':' || t18."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t18."slug" as "slug",
                                        t18."summary" as "summary"
                                      from
                                        (
                                          select
                                            t19.*
                                          from
                                            "_StatementActors" t20
                                            join "Statement" t19 on t19."id" = t20."B"
                                          where
                                            t20."A" = t0."id"
                                            and true
                                          order by
                                            t20."dateSortAsc" asc,
                                            t20."B" asc
                                          limit
                                            50
                                        ) t18
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
                                          convert_to('Claim'::text || ':' || t21."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t21."slug" as "slug",
                                        t21."text" as "text",
                                        t21."standing" as "standing"
                                      from
                                        (
                                          select
                                            t22.*
                                          from
                                            "_ClaimHoldsResponsible" t23
                                            join "Claim" t22 on t22."id" = t23."B"
                                          where
                                            t23."A" = t0."id"
                                            and true
                                          order by
                                            t23."slug" asc
                                          limit
                                            50
                                        ) t21
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
                                  convert_to('Name'::text || ':' || t24."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t24."value" as "value",
                                t24."kind" as "kind",
                                t24."standing" as "standing",
                                (
                                  select
                                    coalesce(json_agg("#"), '[]'::json)
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to('Citation'::text || ':' || t25."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Passage'::text || ':' || t26."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t26."number" as "number"
                                              from
                                                "Passage" t26
                                              where
                                                t26."id" = t25."passageId"
                                                and true
                                            ) "#"
                                        ) as "passage"
                                      from
                                        "Citation" t25
                                      where
                                        t24."id" = t25."nameId"
                                        and true
                                      order by
                                        t25."ordinal" asc,
                                        t25."id" asc
                                    ) "#"
                                ) as "citations"
                              from
                                "Name" t24
                              where
                                t0."id" = t24."actorId"
                                and true
                              order by
                                t24."ordinal" asc,
                                t24."id" asc
                            ) "#"
                        ) as "names",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Relationship'::text || ':' || t27."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t27."kind" as "kind",
                                t27."title" as "title",
                                t27."standing" as "standing",
                                case
                                  when t27."sinceEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t27."sinceEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "since",
                                case
                                  when t27."untilEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t27."untilEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "until",
                                case
                                  when t27."asOfEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t27."asOfEdtf" as "edtf"
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
                                            case t28."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end || ':' || t28."id",
                                            'UTF8'
                                          ),
                                          'base64'
                                        ) as "id",
                                        t28."slug" as "slug",
                                        t28."name" as "name"
                                      from
                                        "Actor" t28
                                      where
                                        t28."id" = t27."toId"
                                        and true
                                    ) "#"
                                ) as "to"
                              from
                                "Relationship" t27
                              where
                                t0."id" = t27."fromId"
                                and true
                              order by
                                t27."ordinal" asc,
                                t27."id" asc
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
                                          convert_to('Relationship'::text || ':' || t29."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t29."kind" as "kind",
                                        t29."title" as "title",
                                        t29."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to(
                                                    case t30."kind"
                                                      when 'ASSET' then 'Asset'
                                                      when 'GROUP' then 'Group'
                                                      when 'ORGANIZATION' then 'Organization'
                                                      when 'PERSON' then 'Person'
                                                      when 'STATE' then 'State'
                                                    end || ':' || t30."id",
                                                    'UTF8'
                                                  ),
                                                  'base64'
                                                ) as "id",
                                                t30."slug" as "slug",
                                                t30."name" as "name"
                                              from
                                                "Actor" t30
                                              where
                                                t30."id" = t29."fromId"
                                                and true
                                            ) "#"
                                        ) as "from"
                                      from
                                        (
                                          select
                                            t31.*
                                          from
                                            "Relationship" t31
                                          where
                                            t0."id" = t31."toId"
                                            and true
                                          order by
                                            t31."id" asc
                                          limit
                                            50
                                        ) t29
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
                                          convert_to('Participation'::text || ':' || t32."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t32."role" as "role",
                                        t32."standing" as "standing",
                                        t32."capacity" as "capacity",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Event'::text || ':' || t33."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t33."slug" as "slug",
                                                t33."title" as "title",
                                                case
                                                  when t33."dateEdtf" is not null then (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t33."dateEdtf" as "edtf"
                                                      ) "#"
                                                  )
                                                end as "date"
                                              from
                                                "Event" t33
                                              where
                                                t33."id" = t32."eventId"
                                                and true
                                            ) "#"
                                        ) as "event"
                                      from
                                        (
                                          select
                                            t34.*
                                          from
                                            "Participation" t34
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
                                          convert_to('LegalParty'::text || ':' || t35."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t35."role" as "role",
                                        t35."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('LegalAction'::text || ':' || t36."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t36."slug" as "slug",
                                                t36."title" as "title",
                                                t36."kind" as "kind"
                                              from
                                                "LegalAction" t36
                                              where
                                                t36."id" = t35."legalActionId"
                                                and true
                                            ) "#"
                                        ) as "legalAction"
                                      from
                                        (
                                          select
                                            t37.*
                                          from
                                            "LegalParty" t37
                                          where
                                            t0."id" = t37."actorId"
                                            and true
                                          order by
                                            t37."id" asc
                                          limit
                                            50
                                        ) t35
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
                                          convert_to('Statement'::text || ':' || t38."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t38."slug" as "slug",
                                        t38."summary" as "summary",
                                        case
                                          when t38."dateEdtf" is not null then (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t38."dateEdtf" as "edtf"
                                              ) "#"
                                          )
                                        end as "date"
                                      from
                                        (
                                          select
                                            t39.*
                                          from
                                            "_StatementSpeakers" t40
                                            join "Statement" t39 on t39."id" = t40."B"
                                          where
                                            t40."A" = t0."id"
                                            and true
                                          order by
                                            t40."dateSortAsc" asc,
                                            t40."B" asc
                                          limit
                                            50
                                        ) t38
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
                                          convert_to('Statement'::text || ':' || t41."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t41."slug" as "slug",
                                        t41."summary" as "summary"
                                      from
                                        (
                                          select
                                            t42.*
                                          from
                                            "_StatementActors" t43
                                            join "Statement" t42 on t42."id" = t43."B"
                                          where
                                            t43."A" = t0."id"
                                            and true
                                          order by
                                            t43."dateSortAsc" asc,
                                            t43."B" asc
                                          limit
                                            50
                                        ) t41
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
                                          convert_to('Claim'::text || ':' || t44."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t44."slug" as "slug",
                                        t44."text" as "text",
                                        t44."standing" as "standing"
                                      from
                                        (
                                          select
                                            t45.*
                                          from
                                            "_ClaimHoldsResponsible" t46
                                            join "Claim" t45 on t45."id" = t46."B"
                                          where
                                            t46."A" = t0."id"
                                            and true
                                          order by
                                            t46."slug" asc
                                          limit
                                            50
                                        ) t44
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
                                  convert_to('Name'::text || ':' || t47."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t47."value" as "value",
                                t47."kind" as "kind",
                                t47."standing" as "standing",
                                (
                                  select
                                    coalesce(json_agg("#"), '[]'::json)
                                  from
                                    (
                                      select
                                        encode(
                                          convert_to('Citation'::text || ':' || t48."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Passage'::text || ':' || t49."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t49."number" as "number"
                                              from
                                                "Passage" t49
                                              where
                                                t49."id" = t48."passageId"
                                                and true
                                            ) "#"
                                        ) as "passage"
                                      from
                                        "Citation" t48
                                      where
                                        t47."id" = t48."nameId"
                                        and true
                                      order by
                                        t48."ordinal" asc,
                                        t48."id" asc
                                    ) "#"
                                ) as "citations"
                              from
                                "Name" t47
                              where
                                t0."id" = t47."actorId"
                                and true
                              order by
                                t47."ordinal" asc,
                                t47."id" asc
                            ) "#"
                        ) as "names",
                        (
                          select
                            coalesce(json_agg("#"), '[]'::json)
                          from
                            (
                              select
                                encode(
                                  convert_to('Relationship'::text || ':' || t50."id", 'UTF8'),
                                  'base64'
                                ) as "id",
                                t50."kind" as "kind",
                                t50."title" as "title",
                                t50."standing" as "standing",
                                case
                                  when t50."sinceEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t50."sinceEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "since",
                                case
                                  when t50."untilEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t50."untilEdtf" as "edtf"
                                      ) "#"
                                  )
                                end as "until",
                                case
                                  when t50."asOfEdtf" is not null then (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t50."asOfEdtf" as "edtf"
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
                                            case t51."kind"
                                              when 'ASSET' then 'Asset'
                                              when 'GROUP' then 'Group'
                                              when 'ORGANIZATION' then 'Organization'
                                              when 'PERSON' then 'Person'
                                              when 'STATE' then 'State'
                                            end || ':' || t51."id",
                                            'UTF8'
                                          ),
                                          'base64'
                                        ) as "id",
                                        t51."slug" as "slug",
                                        t51."name" as "name"
                                      from
                                        "Actor" t51
                                      where
                                        t51."id" = t50."toId"
                                        and true
                                    ) "#"
                                ) as "to"
                              from
                                "Relationship" t50
                              where
                                t0."id" = t50."fromId"
                                and true
                              order by
                                t50."ordinal" asc,
                                t50."id" asc
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
                                          convert_to('Relationship'::text || ':' || t52."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t52."kind" as "kind",
                                        t52."title" as "title",
                                        t52."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to(
                                                    case t53."kind"
                                                      when 'ASSET' then 'Asset'
                                                      when 'GROUP' then 'Group'
                                                      when 'ORGANIZATION' then 'Organization'
                                                      when 'PERSON' then 'Person'
                                                      when 'STATE' then 'State'
                                                    end || ':' || t53."id",
                                                    'UTF8'
                                                  ),
                                                  'base64'
                                                ) as "id",
                                                t53."slug" as "slug",
                                                t53."name" as "name"
                                              from
                                                "Actor" t53
                                              where
                                                t53."id" = t52."fromId"
                                                and true
                                            ) "#"
                                        ) as "from"
                                      from
                                        (
                                          select
                                            t54.*
                                          from
                                            "Relationship" t54
                                          where
                                            t0."id" = t54."toId"
                                            and true
                                          order by
                                            t54."id" asc
                                          limit
                                            50
                                        ) t52
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
                                          convert_to('Participation'::text || ':' || t55."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t55."role" as "role",
                                        t55."standing" as "standing",
                                        t55."capacity" as "capacity",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('Event'::text || ':' || t56."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t56."slug" as "slug",
                                                t56."title" as "title",
                                                case
                                                  when t56."dateEdtf" is not null then (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t56."dateEdtf" as "edtf"
                                                      ) "#"
                                                  )
                                                end as "date"
                                              from
                                                "Event" t56
                                              where
                                                t56."id" = t55."eventId"
                                                and true
                                            ) "#"
                                        ) as "event"
                                      from
                                        (
                                          select
                                            t57.*
                                          from
                                            "Participation" t57
                                          where
                                            t0."id" = t57."actorId"
                                            and true
                                          order by
                                            t57."id" asc
                                          limit
                                            50
                                        ) t55
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
                                          convert_to('LegalParty'::text || ':' || t58."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t58."role" as "role",
                                        t58."standing" as "standing",
                                        (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                encode(
                                                  convert_to('LegalAction'::text || ':' || t59."id", 'UTF8'),
                                                  'base64'
                                                ) as "id",
                                                t59."slug" as "slug",
                                                t59."title" as "title",
                                                t59."kind" as "kind"
                                              from
                                                "LegalAction" t59
                                              where
                                                t59."id" = t58."legalActionId"
                                                and true
                                            ) "#"
                                        ) as "legalAction"
                                      from
                                        (
                                          select
                                            t60.*
                                          from
                                            "LegalParty" t60
                                          where
                                            t0."id" = t60."actorId"
                                            and true
                                          order by
                                            t60."id" asc
                                          limit
                                            50
                                        ) t58
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
                                          convert_to('Statement'::text || ':' || t61."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t61."slug" as "slug",
                                        t61."summary" as "summary",
                                        case
                                          when t61."dateEdtf" is not null then (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t61."dateEdtf" as "edtf"
                                              ) "#"
                                          )
                                        end as "date"
                                      from
                                        (
                                          select
                                            t62.*
                                          from
                                            "_StatementSpeakers" t63
                                            join "Statement" t62 on t62."id" = t63."B"
                                          where
                                            t63."A" = t0."id"
                                            and true
                                          order by
                                            t63."dateSortAsc" asc,
                                            t63."B" asc
                                          limit
                                            50
                                        ) t61
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
                                          convert_to('Statement'::text || ':' || t64."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t64."slug" as "slug",
                                        t64."summary" as "summary"
                                      from
                                        (
                                          select
                                            t65.*
                                          from
                                            "_StatementActors" t66
                                            join "Statement" t65 on t65."id" = t66."B"
                                          where
                                            t66."A" = t0."id"
                                            and true
                                          order by
                                            t66."dateSortAsc" asc,
                                            t66."B" asc
                                          limit
                                            50
                                        ) t64
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
                                          convert_to('Claim'::text || ':' || t67."id", 'UTF8'),
                                          'base64'
                                        ) as "id",
                                        t67."slug" as "slug",
                                        t67."text" as "text",
                                        t67."standing" as "standing"
                                      from
                                        (
                                          select
                                            t68.*
                                          from
                                            "_ClaimHoldsResponsible" t69
                                            join "Claim" t68 on t68."id" = t69."B"
                                          where
                                            t69."A" = t0."id"
                                            and true
                                          order by
                                            t69."slug" asc
                                          limit
                                            50
                                        ) t67
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
