-- Secrets that others made and Runside must know: sealed by a key of the installation that is not in the database.
create table source_secret (
    source text not null,
    purpose text not null,
    sealed bytea not null,
    changed_at timestamptz not null,
    primary key (source, purpose)
);
