-- Acts that callers may send again: one row for each Idempotency-Key of the last day.
create table repeat_key (
    caller text        not null,
    key    text        not null,
    act    text        not null,
    epoch  bigint      not null,
    at     timestamptz not null,
    done   boolean     not null,
    primary key (caller, key)
);
create index repeat_key_by_time on repeat_key (at);
