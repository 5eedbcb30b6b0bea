-- Written often, and read whole.
alter table estate_entry alter column body type json using body::json;
alter table incident alter column body type json using body::json;
alter table incident_part alter column body type json using body::json;
