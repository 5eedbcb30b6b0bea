-- Written once and read whole: nothing looks into them, so they are kept as they come. labels: null where they are the identity.
alter table alert alter column labels drop not null;
alter table alert
    alter column identity type json using identity::json,
    alter column labels type json using labels::json,
    alter column annotations type json using annotations::json;
alter table signal alter column attributes type json using attributes::json;
