-- Which hop calls which, as spans show it and the catalog does not say.
create table seen_call (
    caller     text        not null,
    called     text        not null,
    count      bigint      not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (caller, called)
);
