-- One server holds the database; each take-over raises the epoch.
create table server_epoch (
    only_row boolean primary key default true check (only_row),
    value bigint not null,
    raised_at timestamptz not null,
    process bigint not null
);
insert into server_epoch (value, raised_at, process) values (0, now(), 0);

-- The server's time never goes below this, not even across restarts.
create table server_clock (
    only_row boolean primary key default true check (only_row),
    promised_until timestamptz not null
);
insert into server_clock (promised_until) values ('epoch');
