-- Ten seconds of one indicator a row: what is replayed and backtested.
create table indicator_bucket (
    indicator text        not null,
    start     timestamptz not null,
    good      double precision not null,
    total     double precision not null,
    samples   integer     not null,
    primary key (indicator, start)
);
create index indicator_bucket_by_start on indicator_bucket (start);
