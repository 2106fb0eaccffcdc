select
  concat(
    '{"actor":',
    coalesce(
      (
        select
          case
            when t0."kind" in ('ASSET', 'ORGANIZATION', 'STATE') then concat(
              '{"__typename":"',
              case t0."kind"
                when 'ASSET' then 'Asset'
                when 'ORGANIZATION' then 'Organization'
                when 'STATE' then 'State'
              end,
              '","id":"',
              encode(
                convert_to(
                  concat(
                    case t0."kind"
                      when 'ASSET' then 'Asset'
                      when 'ORGANIZATION' then 'Organization'
                      when 'STATE' then 'State'
                    end,
                    ':',
                    t0."id"
                  ),
                  'UTF8'
                ),
                'base64'
              ),
              '","slug":',
              to_json(t0."slug"),
              ',"name":',
              to_json(t0."name"),
              ',"description":',
              coalesce(to_json(t0."description"), 'null'),
              ',"standing":"',
              t0."standing",
              '","names":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Name:', t1."id"), 'UTF8'),
                        'base64'
                      ),
                      '","value":',
                      to_json(t1."value"),
                      ',"kind":"',
                      t1."kind",
                      '","standing":"',
                      t1."standing",
                      '","citations":[',
                      array_to_string(
                        array(
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Citation:', t2."id"), 'UTF8'),
                                'base64'
                              ),
                              '","passage":',
                              coalesce(
                                (
                                  select
                                    concat(
                                      '{"id":"',
                                      encode(
                                        convert_to(concat('Passage:', t3."id"), 'UTF8'),
                                        'base64'
                                      ),
                                      '","number":',
                                      to_json(t3."number"),
                                      '}'
                                    )
                                  from
                                    "Passage" t3
                                  where
                                    t3."id" = t2."passageId"
                                    and true
                                ),
                                'null'
                              ),
                              '}'
                            )
                          from
                            "Citation" t2
                          where
                            t1."id" = t2."nameId"
                            and true
                          order by
                            t2."ordinal" asc,
                            t2."id" asc
                        ),
                        ','
                      ),
                      ']}'
                    )
                  from
                    "Name" t1
                  where
                    t0."id" = t1."actorId"
                    and true
                  order by
                    t1."ordinal" asc,
                    t1."id" asc
                ),
                ','
              ),
              '],"relationships":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t4."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t4."kind",
                      '","title":',
                      coalesce(to_json(t4."title"), 'null'),
                      ',"standing":"',
                      t4."standing",
                      '","since":',
                      case
                        when t4."sinceEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t4."sinceEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"until":',
                      case
                        when t4."untilEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t4."untilEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"asOf":',
                      case
                        when t4."asOfEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t4."asOfEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"to":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t5."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t5."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t5."slug"),
                              ',"name":',
                              to_json(t5."name"),
                              '}'
                            )
                          from
                            "Actor" t5
                          where
                            t5."id" = t4."toId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
                  from
                    "Relationship" t4
                  where
                    t0."id" = t4."fromId"
                    and true
                  order by
                    t4."ordinal" asc,
                    t4."id" asc
                ),
                ','
              ),
              '],"incomingRelationships":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t6."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t6."kind",
                      '","title":',
                      coalesce(to_json(t6."title"), 'null'),
                      ',"standing":"',
                      t6."standing",
                      '","from":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t7."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t7."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t7."slug"),
                              ',"name":',
                              to_json(t7."name"),
                              '}'
                            )
                          from
                            "Actor" t7
                          where
                            t7."id" = t6."fromId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"participations":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Participation:', t9."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t9."role",
                      '","standing":"',
                      t9."standing",
                      '","capacity":',
                      coalesce(to_json(t9."capacity"), 'null'),
                      ',"event":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Event:', t10."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t10."slug"),
                              ',"title":',
                              to_json(t10."title"),
                              ',"date":',
                              case
                                when t10."dateEdtf" is not null then concat(
                                  '{"edtf":',
                                  coalesce(to_json(t10."dateEdtf"), 'null'),
                                  '}'
                                )
                                else 'null'
                              end,
                              '}'
                            )
                          from
                            "Event" t10
                          where
                            t10."id" = t9."eventId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"legalParties":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('LegalParty:', t12."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t12."role",
                      '","standing":"',
                      t12."standing",
                      '","legalAction":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('LegalAction:', t13."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t13."slug"),
                              ',"title":',
                              to_json(t13."title"),
                              ',"kind":"',
                              t13."kind",
                              '"}'
                            )
                          from
                            "LegalAction" t13
                          where
                            t13."id" = t12."legalActionId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"statements":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t15."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t15."slug"),
                      ',"summary":',
                      to_json(t15."summary"),
                      ',"date":',
                      case
                        when t15."dateEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t15."dateEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"mentions":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t18."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t18."slug"),
                      ',"summary":',
                      to_json(t18."summary"),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"heldResponsibleIn":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Claim:', t21."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t21."slug"),
                      ',"text":',
                      to_json(t21."text"),
                      ',"standing":"',
                      t21."standing",
                      '"}'
                    )
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
                ),
                ','
              ),
              ']}}'
            )
            when t0."kind" in ('GROUP') then concat(
              '{"__typename":"Group","id":"',
              encode(
                convert_to(concat('Group:', t0."id"), 'UTF8'),
                'base64'
              ),
              '","slug":',
              to_json(t0."slug"),
              ',"name":',
              to_json(t0."name"),
              ',"description":',
              coalesce(to_json(t0."description"), 'null'),
              ',"standing":"',
              t0."standing",
              '","size":',
              coalesce(to_json(t0."size"), 'null'),
              ',"names":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Name:', t24."id"), 'UTF8'),
                        'base64'
                      ),
                      '","value":',
                      to_json(t24."value"),
                      ',"kind":"',
                      t24."kind",
                      '","standing":"',
                      t24."standing",
                      '","citations":[',
                      array_to_string(
                        array(
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Citation:', t25."id"), 'UTF8'),
                                'base64'
                              ),
                              '","passage":',
                              coalesce(
                                (
                                  select
                                    concat(
                                      '{"id":"',
                                      encode(
                                        convert_to(concat('Passage:', t26."id"), 'UTF8'),
                                        'base64'
                                      ),
                                      '","number":',
                                      to_json(t26."number"),
                                      '}'
                                    )
                                  from
                                    "Passage" t26
                                  where
                                    t26."id" = t25."passageId"
                                    and true
                                ),
                                'null'
                              ),
                              '}'
                            )
                          from
                            "Citation" t25
                          where
                            t24."id" = t25."nameId"
                            and true
                          order by
                            t25."ordinal" asc,
                            t25."id" asc
                        ),
                        ','
                      ),
                      ']}'
                    )
                  from
                    "Name" t24
                  where
                    t0."id" = t24."actorId"
                    and true
                  order by
                    t24."ordinal" asc,
                    t24."id" asc
                ),
                ','
              ),
              '],"relationships":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t27."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t27."kind",
                      '","title":',
                      coalesce(to_json(t27."title"), 'null'),
                      ',"standing":"',
                      t27."standing",
                      '","since":',
                      case
                        when t27."sinceEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t27."sinceEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"until":',
                      case
                        when t27."untilEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t27."untilEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"asOf":',
                      case
                        when t27."asOfEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t27."asOfEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"to":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t28."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t28."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t28."slug"),
                              ',"name":',
                              to_json(t28."name"),
                              '}'
                            )
                          from
                            "Actor" t28
                          where
                            t28."id" = t27."toId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
                  from
                    "Relationship" t27
                  where
                    t0."id" = t27."fromId"
                    and true
                  order by
                    t27."ordinal" asc,
                    t27."id" asc
                ),
                ','
              ),
              '],"incomingRelationships":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t29."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t29."kind",
                      '","title":',
                      coalesce(to_json(t29."title"), 'null'),
                      ',"standing":"',
                      t29."standing",
                      '","from":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t30."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t30."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t30."slug"),
                              ',"name":',
                              to_json(t30."name"),
                              '}'
                            )
                          from
                            "Actor" t30
                          where
                            t30."id" = t29."fromId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"participations":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Participation:', t32."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t32."role",
                      '","standing":"',
                      t32."standing",
                      '","capacity":',
                      coalesce(to_json(t32."capacity"), 'null'),
                      ',"event":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Event:', t33."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t33."slug"),
                              ',"title":',
                              to_json(t33."title"),
                              ',"date":',
                              case
                                when t33."dateEdtf" is not null then concat(
                                  '{"edtf":',
                                  coalesce(to_json(t33."dateEdtf"), 'null'),
                                  '}'
                                )
                                else 'null'
                              end,
                              '}'
                            )
                          from
                            "Event" t33
                          where
                            t33."id" = t32."eventId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"legalParties":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('LegalParty:', t35."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t35."role",
                      '","standing":"',
                      t35."standing",
                      '","legalAction":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('LegalAction:', t36."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t36."slug"),
                              ',"title":',
                              to_json(t36."title"),
                              ',"kind":"',
                              t36."kind",
                              '"}'
                            )
                          from
                            "LegalAction" t36
                          where
                            t36."id" = t35."legalActionId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"statements":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t38."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t38."slug"),
                      ',"summary":',
                      to_json(t38."summary"),
                      ',"date":',
                      case
                        when t38."dateEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t38."dateEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"mentions":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t41."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t41."slug"),
                      ',"summary":',
                      to_json(t41."summary"),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"heldResponsibleIn":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Claim:', t44."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t44."slug"),
                      ',"text":',
                      to_json(t44."text"),
                      ',"standing":"',
                      t44."standing",
                      '"}'
                    )
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
                ),
                ','
              ),
              ']}}'
            )
            when t0."kind" in ('PERSON') then concat(
              '{"__typename":"Person","id":"',
              encode(
                convert_to(concat('Person:', t0."id"), 'UTF8'),
                'base64'
              ),
              '","slug":',
              to_json(t0."slug"),
              ',"name":',
              to_json(t0."name"),
              ',"description":',
              coalesce(to_json(t0."description"), 'null'),
              ',"standing":"',
              t0."standing",
              '","reportedAge":',
              coalesce(to_json(t0."reportedAge"), 'null'),
              ',"names":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Name:', t47."id"), 'UTF8'),
                        'base64'
                      ),
                      '","value":',
                      to_json(t47."value"),
                      ',"kind":"',
                      t47."kind",
                      '","standing":"',
                      t47."standing",
                      '","citations":[',
                      array_to_string(
                        array(
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Citation:', t48."id"), 'UTF8'),
                                'base64'
                              ),
                              '","passage":',
                              coalesce(
                                (
                                  select
                                    concat(
                                      '{"id":"',
                                      encode(
                                        convert_to(concat('Passage:', t49."id"), 'UTF8'),
                                        'base64'
                                      ),
                                      '","number":',
                                      to_json(t49."number"),
                                      '}'
                                    )
                                  from
                                    "Passage" t49
                                  where
                                    t49."id" = t48."passageId"
                                    and true
                                ),
                                'null'
                              ),
                              '}'
                            )
                          from
                            "Citation" t48
                          where
                            t47."id" = t48."nameId"
                            and true
                          order by
                            t48."ordinal" asc,
                            t48."id" asc
                        ),
                        ','
                      ),
                      ']}'
                    )
                  from
                    "Name" t47
                  where
                    t0."id" = t47."actorId"
                    and true
                  order by
                    t47."ordinal" asc,
                    t47."id" asc
                ),
                ','
              ),
              '],"relationships":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t50."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t50."kind",
                      '","title":',
                      coalesce(to_json(t50."title"), 'null'),
                      ',"standing":"',
                      t50."standing",
                      '","since":',
                      case
                        when t50."sinceEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t50."sinceEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"until":',
                      case
                        when t50."untilEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t50."untilEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"asOf":',
                      case
                        when t50."asOfEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t50."asOfEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      ',"to":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t51."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t51."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t51."slug"),
                              ',"name":',
                              to_json(t51."name"),
                              '}'
                            )
                          from
                            "Actor" t51
                          where
                            t51."id" = t50."toId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
                  from
                    "Relationship" t50
                  where
                    t0."id" = t50."fromId"
                    and true
                  order by
                    t50."ordinal" asc,
                    t50."id" asc
                ),
                ','
              ),
              '],"incomingRelationships":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Relationship:', t52."id"), 'UTF8'),
                        'base64'
                      ),
                      '","kind":"',
                      t52."kind",
                      '","title":',
                      coalesce(to_json(t52."title"), 'null'),
                      ',"standing":"',
                      t52."standing",
                      '","from":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(
                                  concat(
                                    case t53."kind"
                                      when 'ASSET' then 'Asset'
                                      when 'GROUP' then 'Group'
                                      when 'ORGANIZATION' then 'Organization'
                                      when 'PERSON' then 'Person'
                                      when 'STATE' then 'State'
                                    end,
                                    ':',
                                    t53."id"
                                  ),
                                  'UTF8'
                                ),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t53."slug"),
                              ',"name":',
                              to_json(t53."name"),
                              '}'
                            )
                          from
                            "Actor" t53
                          where
                            t53."id" = t52."fromId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"participations":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Participation:', t55."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t55."role",
                      '","standing":"',
                      t55."standing",
                      '","capacity":',
                      coalesce(to_json(t55."capacity"), 'null'),
                      ',"event":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('Event:', t56."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t56."slug"),
                              ',"title":',
                              to_json(t56."title"),
                              ',"date":',
                              case
                                when t56."dateEdtf" is not null then concat(
                                  '{"edtf":',
                                  coalesce(to_json(t56."dateEdtf"), 'null'),
                                  '}'
                                )
                                else 'null'
                              end,
                              '}'
                            )
                          from
                            "Event" t56
                          where
                            t56."id" = t55."eventId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"legalParties":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('LegalParty:', t58."id"), 'UTF8'),
                        'base64'
                      ),
                      '","role":"',
                      t58."role",
                      '","standing":"',
                      t58."standing",
                      '","legalAction":',
                      coalesce(
                        (
                          select
                            concat(
                              '{"id":"',
                              encode(
                                convert_to(concat('LegalAction:', t59."id"), 'UTF8'),
                                'base64'
                              ),
                              '","slug":',
                              to_json(t59."slug"),
                              ',"title":',
                              to_json(t59."title"),
                              ',"kind":"',
                              t59."kind",
                              '"}'
                            )
                          from
                            "LegalAction" t59
                          where
                            t59."id" = t58."legalActionId"
                            and true
                        ),
                        'null'
                      ),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"statements":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t61."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t61."slug"),
                      ',"summary":',
                      to_json(t61."summary"),
                      ',"date":',
                      case
                        when t61."dateEdtf" is not null then concat(
                          '{"edtf":',
                          coalesce(to_json(t61."dateEdtf"), 'null'),
                          '}'
                        )
                        else 'null'
                      end,
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"mentions":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Statement:', t64."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t64."slug"),
                      ',"summary":',
                      to_json(t64."summary"),
                      '}'
                    )
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
                ),
                ','
              ),
              ']},"heldResponsibleIn":{"nodes":[',
              array_to_string(
                array(
                  select
                    concat(
                      '{"id":"',
                      encode(
                        convert_to(concat('Claim:', t67."id"), 'UTF8'),
                        'base64'
                      ),
                      '","slug":',
                      to_json(t67."slug"),
                      ',"text":',
                      to_json(t67."text"),
                      ',"standing":"',
                      t67."standing",
                      '"}'
                    )
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
                ),
                ','
              ),
              ']}}'
            )
            else 'null'
          end
        from
          "Actor" t0
        where
          t0."slug" = $1::text
      ),
      'null'
    ),
    '}'
  ) as data
