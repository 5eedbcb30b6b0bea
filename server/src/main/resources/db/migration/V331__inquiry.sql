-- How far an indicator has been asked for at its source.
create table inquiry (
    indicator text primary key,
    got_to timestamptz not null
);
