-- A bucket is added to while its ten seconds last: with room left on its page that touches no index.
alter table indicator_bucket set (fillfactor = 60);
