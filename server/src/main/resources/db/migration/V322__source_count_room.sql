-- Each of these is counted up as often as once a second: with room left on its page that touches no index.
alter table source_count set (fillfactor = 50);
