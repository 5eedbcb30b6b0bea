-- What was counted of an indicator in an hour: for budgets, which look back over weeks. A bucket that comes later than its hour is summed up is not in it.
create table indicator_hour (
    indicator text             not null,
    start     timestamptz      not null,
    good      double precision not null,
    total     double precision not null,
    primary key (indicator, start)
);
create index indicator_hour_by_start on indicator_hour (start);
