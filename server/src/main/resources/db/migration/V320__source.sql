-- How regularly a source speaks for a hop, known again after a restart.
create table source_beat (
    source text not null,
    subject text not null,
    usual_millis bigint not null,
    primary key (source, subject)
);

-- What is wrong with a source and was told, until it is over.
create table source_state (
    source text not null,
    subject text not null,
    condition text not null,
    since timestamptz not null,
    primary key (source, subject, condition)
);
