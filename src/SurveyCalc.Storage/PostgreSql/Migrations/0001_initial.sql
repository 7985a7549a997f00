-- Every table holds facts that happened: rows are added, never changed (see the triggers below).
-- Runs in the schema surveycalc, which is first in the search path.

create table schema_version (
    version    bigint not null primary key,
    name       text    not null,
    sha256     text    not null, -- of the migration script
    applied_at timestamptz not null default clock_timestamp(),
    objects    text    not null -- what the schema then held, to notice alterations
);

-- 定義: code books, indicators, targets and so on. kind is the number of DefinitionKind.
create table definition (
    kind       bigint not null,
    key        text    not null,
    version    bigint not null check (version >= 1),
    hash       text    not null, -- SHA-256 of body
    body       text    not null, -- canonical JSON
    created_at timestamptz    not null,
    created_by text    not null,
    primary key (kind, key, version)
);
create index definition_hash on definition (kind, hash);

-- 受付: an accepted response file.
create table upload (
    id          bigint generated always as identity primary key,
    survey      text    not null,
    fiscal_year bigint not null, -- calendar year of 1 April
    file_name   text    not null,
    sha256      text    not null,
    size        bigint not null, -- bytes
    received_at timestamptz    not null,
    received_by text    not null,
    profile_hash text   not null -- version of the import profile it was read with
);
create index upload_wave on upload (survey, fiscal_year);

-- 取込結果: rows_in = accepted + rejected + excluded.
create table import_report (
    upload_id      bigint not null primary key references upload (id),
    dialect        text    not null,
    rows_in        bigint not null,
    accepted       bigint not null,
    rejected       bigint not null,
    excluded       bigint not null,
    errors         bigint not null,
    warnings       bigint not null,
    problem_counts text    not null -- JSON object: code to count
);

-- 問題点: the first problems of a report, in its order.
create table import_problem (
    upload_id   bigint not null references upload (id),
    position    bigint not null, -- from 1
    code        text    not null,
    severity    text    not null,
    row         bigint not null, -- as a spreadsheet shows it; 0 when not in one row
    line        bigint not null, -- physical line; 0 when unknown
    column_no   bigint not null, -- from 0; -1 when not in one column
    column_name text    not null,
    found       text    not null,
    message     text    not null,
    remedy      text    not null,
    primary key (upload_id, position)
);

-- 調査回の確定した回答: the current one of a wave has the highest id.
create table snapshot (
    id             bigint generated always as identity primary key,
    upload_id      bigint not null unique references upload (id),
    content_hash   text    not null,
    code_book_hash text    not null, -- definition.hash of the code book
    respondents    bigint not null
);

-- What a snapshot holds per respondent. Every column has one value per respondent.
create table snapshot_column (
    snapshot_id bigint not null references snapshot (id),
    column_no   bigint not null, -- from 0
    kind        text    not null check (kind in ('answers', 'weights', 'row numbers', 'respondent ids')),
    question    text    not null, -- question id of answers; empty for the other kinds
    width       bigint not null, -- bytes per respondent, little endian, unsigned; 0 for respondent ids
    answers     text,             -- distinct answers as a JSON array, to which the values of the column are indexes
    decimals    bigint,          -- of weights, which are whole numbers in units of 10^-decimals
    primary key (snapshot_id, column_no),
    unique (snapshot_id, kind, question)
);

-- The values of a column, 65,536 respondents per chunk. Respondent ids: UTF-8, each after its length (LEB128).
create table snapshot_chunk (
    snapshot_id bigint not null,
    column_no   bigint not null,
    chunk_no    bigint not null, -- from 0
    data        bytea    not null,
    primary key (snapshot_id, column_no, chunk_no),
    foreign key (snapshot_id, column_no) references snapshot_column (snapshot_id, column_no)
);

-- 実績: body is the whole of it and what the program reads; the other columns repeat it for people who query.
create table actual (
    id                   bigint generated always as identity primary key,
    indicator            text    not null,
    survey               text    not null,
    fiscal_year          bigint not null,
    revision             bigint not null check (revision >= 1),
    status               text    not null,
    fingerprint          text    not null,
    printed              numeric, -- in the unit of the indicator, as are exact, standard_error, lower and upper
    exact                double precision,
    numerator            bigint,
    denominator          bigint,
    weighted_denominator double precision,
    standard_error       double precision,
    effective_n          double precision,
    lower                double precision,
    upper                double precision,
    method               text,
    level                double precision,
    population           bigint,
    is_census            boolean,
    no_figure_reason     text    not null,
    change_verdict       text    not null,
    change_against       bigint, -- fiscal year compared with
    change_reason        text    not null,
    change_of_printed    numeric,
    change_of_exact      numeric,
    change_difference    double precision,
    change_lower         double precision,
    change_upper         double precision,
    change_p_value       double precision,
    target_text          text    not null,
    target_verdict       text    not null,
    file_name            text    not null,
    file_sha256          text    not null,
    snapshot_hash        text    not null,
    engine_version       text    not null,
    computed_at          timestamptz    not null,
    body                 text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, revision)
);

-- The revision in force of every indicator and wave.
create view actual_latest as
select * from actual a
where revision = (
    select max(b.revision) from actual b
    where b.indicator = a.indicator and b.survey = a.survey and b.fiscal_year = a.fiscal_year);

-- 改訂の鎖: one link per row of actual, in the order they were written.
create table actual_chain (
    sequence      bigint not null primary key check (sequence >= 1), -- without gaps
    actual_id     bigint not null unique references actual (id),
    previous_hash text    not null, -- hash of the link before; 64 zeros for the first
    hash          text    not null unique -- SHA-256 over previous_hash, a line feed and actual.body
);

-- 差異報告: what a recomputation gave where a confirmed revision stays in force.
create table difference_report (
    id          bigint generated always as identity primary key,
    indicator   text    not null,
    survey      text    not null,
    fiscal_year bigint not null,
    revision    bigint not null, -- the confirmed one
    fingerprint text    not null, -- of the recomputed outcome
    confirmed   numeric, -- value as printed
    recomputed  numeric, -- value as printed
    cause       text    not null,
    found_at    timestamptz    not null,
    body        text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, revision, fingerprint),
    foreign key (indicator, survey, fiscal_year, revision) references actual (indicator, survey, fiscal_year, revision)
);

-- 訂正案: the last one of an indicator and wave counts, while its revision is the latest.
create table correction_proposal (
    id          bigint generated always as identity primary key,
    indicator   text    not null,
    survey      text    not null,
    fiscal_year bigint not null,
    number      bigint not null check (number >= 1),
    revision    bigint not null, -- the confirmed one that it corrects
    fingerprint text    not null, -- of the corrected outcome
    proposed_by text    not null,
    proposed_at timestamptz    not null,
    reason      text    not null,
    body        text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, number),
    foreign key (indicator, survey, fiscal_year, revision) references actual (indicator, survey, fiscal_year, revision)
);

alter table snapshot_chunk alter column data set storage external; -- answers do not compress; reading stays cheap

create function append_only() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;

create function actual_confirmed_stays() returns trigger language plpgsql as $$
begin
    if new.status = 'Preliminary' and exists (
        select 1 from actual
        where indicator = new.indicator and survey = new.survey and fiscal_year = new.fiscal_year and status <> 'Preliminary')
    then raise exception 'a confirmed actual is not replaced by a preliminary one' using errcode = 'restrict_violation'; end if;
    return new;
end $$;

create trigger actual_confirmed_stays before insert on actual for each row execute function actual_confirmed_stays();
create trigger schema_version_append_only before update or delete or truncate on schema_version for each statement execute function append_only();
create trigger definition_append_only before update or delete or truncate on definition for each statement execute function append_only();
create trigger upload_append_only before update or delete or truncate on upload for each statement execute function append_only();
create trigger import_report_append_only before update or delete or truncate on import_report for each statement execute function append_only();
create trigger import_problem_append_only before update or delete or truncate on import_problem for each statement execute function append_only();
create trigger snapshot_append_only before update or delete or truncate on snapshot for each statement execute function append_only();
create trigger snapshot_column_append_only before update or delete or truncate on snapshot_column for each statement execute function append_only();
create trigger snapshot_chunk_append_only before update or delete or truncate on snapshot_chunk for each statement execute function append_only();
create trigger actual_append_only before update or delete or truncate on actual for each statement execute function append_only();
create trigger actual_chain_append_only before update or delete or truncate on actual_chain for each statement execute function append_only();
create trigger difference_report_append_only before update or delete or truncate on difference_report for each statement execute function append_only();
create trigger correction_proposal_append_only before update or delete or truncate on correction_proposal for each statement execute function append_only();
