-- State of the estate's machine: one row an entry, loaded as a whole at start.
create table estate_entry (
    type    text     not null,
    key     text     not null,
    schema  smallint not null default 1,
    body    jsonb    not null,
    primary key (type, key)
);

-- The last signal whose decision is committed.
create table engine_cursor (
    name     text   primary key,
    sequence bigint not null
);

-- What people ask for: incidents and what belongs to them, kept when the machine has forgotten them.
create table incident (
    id        text        primary key,
    number    bigint      not null unique,
    state     text        not null,
    opened_at timestamptz not null,
    body      jsonb       not null
);
create index incident_by_state on incident (state, number desc);

create table incident_part (
    incident text  not null,
    type     text  not null,
    key      text  not null,
    body     jsonb not null,
    primary key (incident, type, key)
);

create table incident_line (
    id       bigint      generated always as identity primary key,
    incident text        not null,
    time     timestamptz not null,
    at       timestamptz not null,
    kind     text        not null,
    text     text        not null
);
create index incident_line_by_incident on incident_line (incident, id);

-- Inputs on which the machine threw: set aside, its state unchanged.
create table set_aside (
    id    bigint      generated always as identity primary key,
    at    timestamptz not null,
    input text        not null,
    error text        not null
);
