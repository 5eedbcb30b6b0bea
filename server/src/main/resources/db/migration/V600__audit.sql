create table audit_line (
    sequence bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    token text not null,
    on_behalf_of text not null,
    act text not null,
    target text not null,
    rule text not null,
    outcome text not null
);

create index audit_line_by_target on audit_line (target, sequence);

-- Append only, twice: the server's role loses the right, and the table refuses whoever still has it.
create function audit_line_stays() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is append only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_line_rows_stay before update or delete on audit_line
    for each row execute function audit_line_stays();
create trigger audit_line_table_stays before truncate on audit_line
    for each statement execute function audit_line_stays();

revoke update, delete, truncate on audit_line from current_user;
