-- Each time a condition began, and the incident it is part of: of which alerts anybody had to act is counted from it.
create table firing (
    key      text        not null,
    at       timestamptz not null,
    kind     text        not null,
    subject  text        not null,
    name     text        not null,
    incident text,
    primary key (key, at)
);
create index firing_by_time on firing (at);

insert into firing (key, at, kind, subject, name, incident)
select distinct on (key, (body ->> 'detectedAt')::timestamptz)
       key, (body ->> 'detectedAt')::timestamptz, body ->> 'kind', body ->> 'subject',
       coalesce(body ->> 'indicator', body ->> 'object', ''), body ->> 'incident'
  from incident_part where type = 'Finding'
 order by key, (body ->> 'detectedAt')::timestamptz, incident desc;
