-- Indicators that nobody defined: a metric at a subject, against its own past.
create table derived_indicator (
    name    text        primary key,
    source  text        not null,
    metric  text        not null,
    subject text        not null,
    since   timestamptz not null default now()
);
