-- How far each metric series has been folded in, appended in the transaction that stores its buckets: one row a commit,
-- which holds every series that the commit moved on. Rows are read in their order, and what a later one says of a
-- series holds. From time to time all is written anew and what came before is deleted.
create table series_progress (
    id bigint generated always as identity primary key,
    cursors bytea not null
);
alter table series_progress alter column cursors set storage external;
drop table series_cursor;
