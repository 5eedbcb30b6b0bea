-- How far each metric series has been folded in. Written in the transaction that stores its buckets.
-- key: the first 128 bits of SHA-256 over resource, scope, instrument and attributes; instrument: the same without the
-- point's attributes. The row whose key is its instrument says when that instrument was last heard.
-- Times in nanoseconds, as OTLP has them.
create table series_cursor (
    key uuid primary key,
    instrument uuid not null,
    source text not null,
    start_nanos bigint not null,
    time_nanos bigint not null,
    total double precision not null,
    buckets double precision[] not null,
    bounds double precision[] not null,
    recent_nanos bigint[] not null,
    heard_at timestamptz not null
) with (fillfactor = 60);
create index series_cursor_instrument on series_cursor (instrument);
