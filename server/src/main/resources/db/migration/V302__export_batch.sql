-- The batches of spans and log records that have been counted, for some minutes. Written in the transaction that stores
-- their buckets. key: the first 128 bits of SHA-256 over what the batch holds.
create table export_batch (
    key uuid primary key,
    heard_at timestamptz not null
);
create index export_batch_heard on export_batch (heard_at);
