select json_build_object('nodes', json_agg(
  case i.type
    when 'Event' then (
      select json_build_object(
        '__typename', 'Event', 'id', i.global_id, 'slug', e.slug, 'title', e.title, 'standing', e.standing,
        'date', case when e."dateEdtf" is not null then json_build_object('edtf', e."dateEdtf") end)
      from "Event" e where e.id = i.id)
    when 'Place' then (
      select json_build_object(
        '__typename', 'Place', 'id', i.global_id, 'slug', p.slug, 'name', p.name, 'country', p.country)
      from "Place" p where p.id = i.id)
    when 'Statement' then (
      select json_build_object(
        '__typename', 'Statement', 'id', i.global_id, 'slug', s.slug, 'summary', s.summary, 'medium', s.medium)
      from "Statement" s where s.id = i.id)
    when 'Claim' then (
      select json_build_object(
        '__typename', 'Claim', 'id', i.global_id, 'slug', c.slug, 'text', c.text, 'claimKind', c.kind)
      from "Claim" c where c.id = i.id)
    when 'LegalAction' then (
      select json_build_object(
        '__typename', 'LegalAction', 'id', i.global_id, 'slug', l.slug, 'title', l.title, 'legalActionKind', l.kind)
      from "LegalAction" l where l.id = i.id)
    else (
      select json_build_object(
        '__typename', i.type, 'id', i.global_id, 'slug', a.slug, 'name', a.name, 'standing', a.standing)
      from "Actor" a where a.id = i.id and a.kind = upper(i.type)::"ActorKind")
  end order by i.n
)) as data
from unnest($1::text[], $2::uuid[], $3::text[]) with ordinality as i (type, id, global_id, n)
