-- stale_since: its source no longer repeats it; written once, when its incident is told of it.
alter table alert add column stale_since timestamptz;
