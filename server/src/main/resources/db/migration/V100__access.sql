create table access_person (
    ref text primary key,
    admin boolean not null,
    enrolled_at timestamptz not null
);

-- Tokens of people, sources and agents, sessions, and what is used once. The secret itself is nowhere.
create table access_token (
    id text primary key,
    kind text not null check (kind in ('person', 'source', 'agent', 'session', 'first', 'enrol_person', 'enrol_agent', 'login')),
    subject text not null,
    hash bytea not null unique,
    speaks_for text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);

create index access_token_by_subject on access_token (kind, subject) where ended_at is null;
