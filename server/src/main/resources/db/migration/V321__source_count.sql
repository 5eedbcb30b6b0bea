-- What each source sent. what: 'accepted' and 'refused' by path, 'about' by the hop that was meant, 'reports', 'before'.
create table source_count (
    source text not null,
    what text not null,
    name text not null,
    count bigint not null,
    last_seen timestamptz not null,
    primary key (source, what, name)
);
