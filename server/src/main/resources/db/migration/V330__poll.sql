-- What is asked for instead of being told. The tool's token lies sealed in source_secret.
create table poll (
    source text primary key,
    tool text not null,
    base_url text not null,
    target text not null,
    marks jsonb not null default '{}',
    next_at timestamptz not null,
    failures integer not null default 0,
    trouble text not null default ''
);
