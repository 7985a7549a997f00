-- What the service needs beside the facts: these rows change as the work goes on. Runs and accounts are kept for good.

-- 処理の台帳: every piece of work, which is also the queue. State and kind are the names of RunState and RunKind.
create table run (
    id           bigint generated always as identity primary key,
    key          text    not null unique, -- names the request
    kind         text    not null,
    survey       text, -- the wave; null for a nightly run
    fiscal_year  bigint,
    requested_by text    not null,
    file_name    text, -- the received file of an import
    file_sha256  text,
    file_size    bigint, -- bytes
    state        text    not null check (state in ('Waiting', 'Running', 'Succeeded', 'Rejected', 'Dead')),
    attempt      bigint not null, -- how often it was taken since it was requested or revived
    epoch        bigint not null, -- of the lease that was given last; never goes back
    node         text    not null, -- worker that took it last
    requested_at timestamptz not null,
    not_before   timestamptz not null,
    started_at   timestamptz, -- of the last attempt
    heartbeat_at timestamptz,
    finished_at  timestamptz,
    revived_at   timestamptz, -- the last time
    revived_by   text,
    progress     double precision not null, -- 0 to 1
    rows_in      bigint not null,
    rows_out     bigint not null,
    message      text    not null,
    report       text, -- canonical JSON of an import's report
    check ((survey is null) = (fiscal_year is null))
);
create index run_open on run (id) where state in ('Waiting', 'Running');
-- Never two runs of one wave at a time.
create unique index run_wave on run (survey, fiscal_year) where state = 'Running';

-- APIキー: the secret is not stored, only its hash.
create table api_key (
    id         text not null primary key,
    name       text not null,
    scopes     text not null, -- names of AccessScope
    hash       text not null, -- SHA-256 of the secret part
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz
);

-- 利用者.
create table account (
    folded_name   text    not null primary key, -- the name without regard to case
    name          text    not null,
    scopes        text    not null, -- names of AccessScope
    password_hash text    not null,
    failures      bigint not null,
    locked_until  timestamptz,
    is_disabled   boolean not null
);

-- 配信先: how far a destination is along the chain of revisions.
create table delivery_destination (
    name       text    not null primary key,
    delivered  bigint not null, -- every sequence up to this one is delivered or dead
    attempts   bigint not null, -- failed ones of the message whose turn it is
    last_error text    not null,
    not_before timestamptz, -- after a failure
    node       text    not null, -- worker that holds it, or held it last
    held_until timestamptz
);

-- Messages out of the row: given up (dead), or to be sent again before what is new (queued).
create table delivery_aside (
    destination text    not null references delivery_destination (name),
    sequence    bigint not null,
    is_dead     boolean not null,
    is_queued   boolean not null,
    primary key (destination, sequence)
);
