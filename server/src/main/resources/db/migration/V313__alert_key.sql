-- Alerts that begin at about one time lie together in the index: the first 48 bits of a key are the begin in milliseconds.
-- A signal that tells of a new alert has no key in signal_occurrence: this one says whether it is new. What is forgotten
-- here leaves its key there.
update alert
   set key = (lpad(to_hex(floor(extract(epoch from starts_at) * 1000)::bigint & 281474976710655), 12, '0')
              || substr(replace(key::text, '-', ''), 13))::uuid;

-- Read at the start alone, which looks at all of them.
drop index alert_changed;
