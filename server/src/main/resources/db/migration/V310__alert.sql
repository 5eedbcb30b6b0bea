-- Occurrences of alerts, as their sources said last. Not repeated is not written: last-seen is in memory.
-- lasts: its source does not repeat it while it holds.
-- key: the first 128 bits of SHA-256 over source, identity and begin. identity: what makes it the same condition.
create table alert (
    key uuid primary key,
    source text not null,
    identity jsonb not null,
    labels jsonb not null,
    annotations jsonb not null,
    generator text not null,
    starts_at timestamptz not null,
    resolved_at timestamptz,
    subject text,
    unmapped text not null,
    silenced_by uuid,
    changed_at timestamptz not null,
    lasts boolean not null
) with (fillfactor = 80);
create index alert_changed on alert (changed_at);

-- What keeps alerts from becoming findings for a time. source: where it holds for one source's alerts only.
create table silence (
    id uuid primary key,
    source text,
    matchers jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    updated_at timestamptz not null,
    created_by text not null,
    comment text not null
);
create index silence_ends on silence (ends_at);
