-- Written every few seconds, to know whether anything can be committed at all.
create table commit_probe (
    only_row boolean     primary key default true check (only_row),
    at       timestamptz not null
);
insert into commit_probe (at) values ('epoch');
