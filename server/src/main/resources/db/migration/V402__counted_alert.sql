-- Which alerts the findings count: a row for each finding of a decision, with the keys of all its alerts. Of a key the
-- last row counts; stale is null where its alert is no longer counted.
create table counted_alert (
    id      bigint  generated always as identity primary key,
    finding text    not null,
    stale   boolean,
    keys    uuid[]  not null
);

insert into counted_alert (finding, stale, keys)
select body ->> 'finding', (body ->> 'stale')::boolean, array_agg((body ->> 'key')::uuid)
  from estate_entry where type = 'CountedAlert'
 group by 1, 2;

delete from estate_entry where type = 'CountedAlert';
