-- Each application of definitions makes one version of the catalog.
create table catalog_version (
    version bigint primary key,
    applied_at timestamptz not null,
    applied_by text not null
);

-- A definition holds from the version that brought it until the one that replaced or removed it. Its text is never changed.
create table definition (
    kind text not null,
    name text not null,
    since bigint not null references catalog_version,
    until bigint references catalog_version,
    document text not null,
    digest text not null,
    file text not null,
    line integer not null,
    primary key (kind, name, since),
    check (until > since)
);

create unique index definition_in_force on definition (kind, name) where until is null;
