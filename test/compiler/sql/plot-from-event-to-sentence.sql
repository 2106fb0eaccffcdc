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
                  encode(
                    convert_to('Event'::text || ':' || t0."id", 'UTF8'),
                    'base64'
                  ) as "id",
                  t0."title" as "title",
                  t0."outcome" as "outcome",
                  t0."standing" as "standing",
                  case
                    when t0."dateEdtf" is not null then (
                      select
                        row_to_json("#")
                      from
                        (
                          select
                            t0."dateEdtf" as "edtf",
                            t0."dateEarliest" as "earliest",
                            t0."dateLatest" as "latest",
                            t0."dateVerbatim" as "verbatim"
                        ) "#"
                    )
                  end as "date",
                  (
                    select
                      row_to_json("#")
                    from
                      (
                        select
                          t1."name" as "name",
                          t1."country" as "country"
                        from
                          "Place" t1
                        where
                          t1."id" = t0."placeId"
                          and true
                      ) "#"
                  ) as "place",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          t2."name" as "name",
                          t2."quantity" as "quantity",
                          t2."unit" as "unit"
                        from
                          "Item" t2
                        where
                          t0."id" = t2."eventId"
                          and true
                        order by
                          t2."ordinal" asc,
                          t2."id" asc
                      ) "#"
                  ) as "items",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          t3."relation" as "relation",
                          t3."fidelity" as "fidelity",
                          t3."standing" as "standing",
                          t3."field" as "field",
                          t3."note" as "note",
                          (
                            select
                              row_to_json("#")
                            from
                              (
                                select
                                  t4."paragraph" as "paragraph",
                                  t4."start" as "start",
                                  t4."end" as "end",
                                  t4."quote" as "quote",
                                  (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t5."slug" as "slug",
                                          t5."title" as "title"
                                        from
                                          "Document" t5
                                        where
                                          t5."id" = t4."documentId"
                                          and true
                                      ) "#"
                                  ) as "document"
                                from
                                  "Passage" t4
                                where
                                  t4."id" = t3."passageId"
                                  and true
                              ) "#"
                          ) as "passage"
                        from
                          "Citation" t3
                        where
                          t0."id" = t3."eventId"
                          and true
                        order by
                          t3."ordinal" asc,
                          t3."id" asc
                      ) "#"
                  ) as "citations",
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
                              "Participation" t6
                            where
                              t0."id" = t6."eventId"
                              and true
                          ) as "totalCount",
                          (
                            select
                              coalesce(json_agg("#"), '[]'::json)
                            from
                              (
                                select
                                  t7."role" as "role",
                                  t7."standing" as "standing",
                                  t7."capacity" as "capacity",
                                  (
                                    select
                                      case
                                        when t8."kind" in ('ASSET', 'ORGANIZATION', 'PERSON', 'STATE') then (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                case t8."kind"
                                                  when 'ASSET' then 'Asset'
                                                  when 'ORGANIZATION' then 'Organization'
                                                  when 'PERSON' then 'Person'
                                                  when 'STATE' then 'State'
                                                end as "__typename",
                                                t8."slug" as "slug",
                                                t8."name" as "name"
                                            ) "#"
                                        )
                                        when t8."kind" in ('GROUP') then (
                                          select
                                            row_to_json("#")
                                          from
                                            (
                                              select
                                                'Group'::text as "__typename",
                                                t8."slug" as "slug",
                                                t8."name" as "name",
                                                t8."size" as "size"
                                            ) "#"
                                        )
                                      end
                                    from
                                      "Actor" t8
                                    where
                                      t8."id" = t7."actorId"
                                      and true
                                  ) as "actor"
                                from
                                  (
                                    select
                                      t9.*
                                    from
                                      "Participation" t9
                                    where
                                      t0."id" = t9."eventId"
                                      and true
                                    order by
                                      t9."ordinal" asc,
                                      t9."id" asc
                                    limit
                                      20
                                  ) t7
                              ) "#"
                          ) as "nodes"
                      ) "#"
                  ) as "participations",
                  (
                    select
                      coalesce(json_agg("#"), '[]'::json)
                    from
                      (
                        select
                          t10."kind" as "kind",
                          (
                            select
                              row_to_json("#")
                            from
                              (
                                select
                                  t11."slug" as "slug",
                                  t11."title" as "title"
                                from
                                  "Event" t11
                                where
                                  t11."id" = t10."toId"
                                  and true
                              ) "#"
                          ) as "to"
                        from
                          "EventLink" t10
                        where
                          t0."id" = t10."fromId"
                          and true
                        order by
                          t10."ordinal" asc,
                          t10."id" asc
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
                                  t12."kind" as "kind",
                                  t12."title" as "title",
                                  t12."standing" as "standing",
                                  case
                                    when t12."dateEdtf" is not null then (
                                      select
                                        row_to_json("#")
                                      from
                                        (
                                          select
                                            t12."dateEdtf" as "edtf"
                                        ) "#"
                                    )
                                  end as "date",
                                  t12."offences" as "offences",
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          t13."role" as "role",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t14."slug" as "slug",
                                                  t14."name" as "name",
                                                  (
                                                    select
                                                      coalesce(json_agg("#"), '[]'::json)
                                                    from
                                                      (
                                                        select
                                                          t15."value" as "value",
                                                          t15."kind" as "kind"
                                                        from
                                                          "Name" t15
                                                        where
                                                          t14."id" = t15."actorId"
                                                          and true
                                                        order by
                                                          t15."ordinal" asc,
                                                          t15."id" asc
                                                      ) "#"
                                                  ) as "names"
                                                from
                                                  "Actor" t14
                                                where
                                                  t14."id" = t13."actorId"
                                                  and true
                                              ) "#"
                                          ) as "actor"
                                        from
                                          "LegalParty" t13
                                        where
                                          t12."id" = t13."legalActionId"
                                          and true
                                        order by
                                          t13."ordinal" asc,
                                          t13."id" asc
                                      ) "#"
                                  ) as "parties",
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          t16."status" as "status",
                                          case
                                            when t16."dateEdtf" is not null then (
                                              select
                                                row_to_json("#")
                                              from
                                                (
                                                  select
                                                    t16."dateEdtf" as "edtf"
                                                ) "#"
                                            )
                                          end as "date",
                                          (
                                            select
                                              coalesce(json_agg("#"), '[]'::json)
                                            from
                                              (
                                                select
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t18."paragraph" as "paragraph",
                                                          t18."quote" as "quote"
                                                        from
                                                          "Passage" t18
                                                        where
                                                          t18."id" = t17."passageId"
                                                          and true
                                                      ) "#"
                                                  ) as "passage"
                                                from
                                                  "Citation" t17
                                                where
                                                  t16."id" = t17."legalStatusId"
                                                  and true
                                                order by
                                                  t17."ordinal" asc,
                                                  t17."id" asc
                                              ) "#"
                                          ) as "citations"
                                        from
                                          "LegalStatus" t16
                                        where
                                          t12."id" = t16."legalActionId"
                                          and true
                                        order by
                                          t16."ordinal" asc,
                                          t16."id" asc
                                      ) "#"
                                  ) as "statuses",
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          t19."then" as "then",
                                          case
                                            when t19."byEdtf" is not null then (
                                              select
                                                row_to_json("#")
                                              from
                                                (
                                                  select
                                                    t19."byEdtf" as "edtf"
                                                ) "#"
                                            )
                                          end as "by",
                                          t19."state" as "state"
                                        from
                                          "LegalTerm" t19
                                        where
                                          t12."id" = t19."legalActionId"
                                          and true
                                        order by
                                          t19."ordinal" asc,
                                          t19."id" asc
                                      ) "#"
                                  ) as "terms"
                                from
                                  (
                                    select
                                      t20.*
                                    from
                                      "_LegalActionEvents" t21
                                      join "LegalAction" t20 on t20."id" = t21."B"
                                    where
                                      t21."A" = t0."id"
                                      and true
                                    order by
                                      t21."dateSortAsc" asc,
                                      t21."B" asc
                                    limit
                                      20
                                  ) t12
                              ) "#"
                          ) as "nodes"
                      ) "#"
                  ) as "legalActions",
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
                                  t22."slug" as "slug",
                                  t22."summary" as "summary",
                                  t22."medium" as "medium",
                                  case
                                    when t22."dateEdtf" is not null then (
                                      select
                                        row_to_json("#")
                                      from
                                        (
                                          select
                                            t22."dateEdtf" as "edtf"
                                        ) "#"
                                    )
                                  end as "date",
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          t24."slug" as "slug",
                                          t24."name" as "name",
                                          (
                                            select
                                              coalesce(json_agg("#"), '[]'::json)
                                            from
                                              (
                                                select
                                                  t25."kind" as "kind",
                                                  t25."title" as "title",
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t26."name" as "name"
                                                        from
                                                          "Actor" t26
                                                        where
                                                          t26."id" = t25."toId"
                                                          and true
                                                      ) "#"
                                                  ) as "to"
                                                from
                                                  "Relationship" t25
                                                where
                                                  t24."id" = t25."fromId"
                                                  and true
                                                order by
                                                  t25."ordinal" asc,
                                                  t25."id" asc
                                              ) "#"
                                          ) as "relationships"
                                        from
                                          "StatementSpeaker" t23
                                          join "Actor" t24 on t24."id" = t23."actorId"
                                        where
                                          t22."id" = t23."statementId"
                                        order by
                                          t23."ordinal" asc
                                      ) "#"
                                  ) as "speakers",
                                  (
                                    select
                                      row_to_json("#")
                                    from
                                      (
                                        select
                                          t27."name" as "name"
                                        from
                                          "Actor" t27
                                        where
                                          t27."id" = t22."onBehalfOfId"
                                          and true
                                      ) "#"
                                  ) as "onBehalfOf",
                                  (
                                    select
                                      coalesce(json_agg("#"), '[]'::json)
                                    from
                                      (
                                        select
                                          t28."stance" as "stance",
                                          (
                                            select
                                              row_to_json("#")
                                            from
                                              (
                                                select
                                                  t29."slug" as "slug",
                                                  t29."text" as "text",
                                                  t29."kind" as "kind",
                                                  (
                                                    select
                                                      coalesce(json_agg("#"), '[]'::json)
                                                    from
                                                      (
                                                        select
                                                          t30."slug" as "slug",
                                                          t30."name" as "name"
                                                        from
                                                          "Actor" t30
                                                        where
                                                          t30."id" in (
                                                            select
                                                              j."A"
                                                            from
                                                              "_ClaimHoldsResponsible" j
                                                            where
                                                              j."B" = t29."id"
                                                          )
                                                          and true
                                                        order by
                                                          t30."slug" asc
                                                      ) "#"
                                                  ) as "holdsResponsible"
                                                from
                                                  "Claim" t29
                                                where
                                                  t29."id" = t28."claimId"
                                                  and true
                                              ) "#"
                                          ) as "claim",
                                          (
                                            select
                                              coalesce(json_agg("#"), '[]'::json)
                                            from
                                              (
                                                select
                                                  t31."fidelity" as "fidelity",
                                                  (
                                                    select
                                                      row_to_json("#")
                                                    from
                                                      (
                                                        select
                                                          t32."quote" as "quote"
                                                        from
                                                          "Passage" t32
                                                        where
                                                          t32."id" = t31."passageId"
                                                          and true
                                                      ) "#"
                                                  ) as "passage"
                                                from
                                                  "Citation" t31
                                                where
                                                  t28."id" = t31."positionId"
                                                  and true
                                                order by
                                                  t31."ordinal" asc,
                                                  t31."id" asc
                                              ) "#"
                                          ) as "citations"
                                        from
                                          "Position" t28
                                        where
                                          t22."id" = t28."statementId"
                                          and true
                                        order by
                                          t28."ordinal" asc,
                                          t28."id" asc
                                      ) "#"
                                  ) as "positions"
                                from
                                  (
                                    select
                                      t33.*
                                    from
                                      "_StatementEvents" t34
                                      join "Statement" t33 on t33."id" = t34."B"
                                    where
                                      t34."A" = t0."id"
                                      and true
                                    order by
                                      t34."dateSortAsc" asc,
                                      t34."B" asc
                                    limit
                                      20
                                  ) t22
                              ) "#"
                          ) as "nodes"
                      ) "#"
                  ) as "statements"
                from
                  "Event" t0
                where
                  t0."slug" = $1::text
              ) "#"
          ) as "event"
      ) "#"
  )::text as data
