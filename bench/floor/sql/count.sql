select json_build_object('events', json_build_object('totalCount', (
  select count(distinct p."eventId")
  from "Participation" p join "Actor" a on a.id = p."actorId"
  where a.slug = $1 and p.role = any($2::"ParticipationRole"[])
))) as data
