-- The log of signals, in commit order: one writer, one sequence. Partitions by the day of arrival are made by the server.
create sequence signal_sequence;

create table signal (
    sequence bigint not null default nextval('signal_sequence'),
    received_at timestamptz not null,
    time timestamptz not null,
    source text not null,
    id text not null,
    kind text not null,
    subject text,
    severity text not null,
    title text not null,
    fingerprint text not null,
    attributes jsonb not null,
    primary key (sequence, received_at)
) partition by range (received_at);

-- Each occurrence once, on whichever day it comes again: a key over partitions would have to hold the day.
-- key: the first 128 bits of SHA-256 over source and id.
create table signal_occurrence (
    key uuid primary key,
    day date not null
);

-- Names that telemetry and signals carry and the catalog does not know.
create table unmapped_name (
    source text not null,
    name text not null,
    count bigint not null,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    primary key (source, name)
);
