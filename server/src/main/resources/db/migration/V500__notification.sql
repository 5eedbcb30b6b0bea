-- What people were told, one row a person: the pager inbox.
create table notification (
    id       bigint      generated always as identity primary key,
    key      text        not null,
    person   text        not null,
    urgency  text        not null check (urgency in ('page', 'inform')),
    page     text        not null,
    incident text        not null,
    number   bigint      not null,
    title    text        not null,
    text     text        not null,
    at       timestamptz not null,
    unique (key, person)
);
create index notification_by_person on notification (person, id desc);
create index notification_by_incident on notification (incident);

-- What goes to the webhook. next_at is empty once it is delivered or given up.
create table delivery (
    key          text        primary key,
    body         text        not null,
    created_at   timestamptz not null,
    attempts     integer     not null default 0,
    next_at      timestamptz,
    delivered_at timestamptz,
    last_error   text
);
create index delivery_due on delivery (next_at) where next_at is not null;
