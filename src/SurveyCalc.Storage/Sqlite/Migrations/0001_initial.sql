-- Every table holds facts that happened: rows are added, never changed (see the triggers below).
-- Times are UTC in ISO 8601 text. Exact decimals are text, so that no digit is lost.

create table schema_version (
    version    integer not null primary key,
    name       text    not null,
    sha256     text    not null, -- of the migration script
    applied_at text    not null
);

-- 定義: code books, indicators, targets and so on. kind is the number of DefinitionKind.
create table definition (
    kind       integer not null,
    key        text    not null,
    version    integer not null check (version >= 1),
    hash       text    not null, -- SHA-256 of body
    body       text    not null, -- canonical JSON
    created_at text    not null,
    created_by text    not null,
    primary key (kind, key, version)
);
create index definition_hash on definition (kind, hash);

-- 受付: an accepted response file.
create table upload (
    id          integer primary key,
    survey      text    not null,
    fiscal_year integer not null, -- calendar year of 1 April
    file_name   text    not null,
    sha256      text    not null,
    size        integer not null, -- bytes
    received_at text    not null,
    received_by text    not null,
    profile_hash text   not null -- version of the import profile it was read with
);
create index upload_wave on upload (survey, fiscal_year);

-- 取込結果: rows_in = accepted + rejected + excluded.
create table import_report (
    upload_id      integer not null primary key references upload (id),
    dialect        text    not null,
    rows_in        integer not null,
    accepted       integer not null,
    rejected       integer not null,
    excluded       integer not null,
    errors         integer not null,
    warnings       integer not null,
    problem_counts text    not null -- JSON object: code to count
);

-- 問題点: the first problems of a report, in its order.
create table import_problem (
    upload_id   integer not null references upload (id),
    position    integer not null, -- from 1
    code        text    not null,
    severity    text    not null,
    row         integer not null, -- as a spreadsheet shows it; 0 when not in one row
    line        integer not null, -- physical line; 0 when unknown
    column_no   integer not null, -- from 0; -1 when not in one column
    column_name text    not null,
    found       text    not null,
    message     text    not null,
    remedy      text    not null,
    primary key (upload_id, position)
);

-- 調査回の確定した回答: the current one of a wave has the highest id.
create table snapshot (
    id             integer primary key,
    upload_id      integer not null unique references upload (id),
    content_hash   text    not null,
    code_book_hash text    not null, -- definition.hash of the code book
    respondents    integer not null
);

-- What a snapshot holds per respondent. Every column has one value per respondent.
create table snapshot_column (
    snapshot_id integer not null references snapshot (id),
    column_no   integer not null, -- from 0
    kind        text    not null check (kind in ('answers', 'weights', 'row numbers', 'respondent ids')),
    question    text    not null, -- question id of answers; empty for the other kinds
    width       integer not null, -- bytes per respondent, little endian, unsigned; 0 for respondent ids
    answers     text,             -- distinct answers as a JSON array, to which the values of the column are indexes
    decimals    integer,          -- of weights, which are whole numbers in units of 10^-decimals
    primary key (snapshot_id, column_no),
    unique (snapshot_id, kind, question)
);

-- The values of a column, 65,536 respondents per chunk. Respondent ids: UTF-8, each after its length (LEB128).
create table snapshot_chunk (
    snapshot_id integer not null,
    column_no   integer not null,
    chunk_no    integer not null, -- from 0
    data        blob    not null,
    primary key (snapshot_id, column_no, chunk_no),
    foreign key (snapshot_id, column_no) references snapshot_column (snapshot_id, column_no)
);

-- 実績: body is the whole of it and what the program reads; the other columns repeat it for people who query.
create table actual (
    id                   integer primary key,
    indicator            text    not null,
    survey               text    not null,
    fiscal_year          integer not null,
    revision             integer not null check (revision >= 1),
    status               text    not null,
    fingerprint          text    not null,
    printed              text, -- in the unit of the indicator, as are exact, standard_error, lower and upper
    exact                real,
    numerator            integer,
    denominator          integer,
    weighted_denominator real,
    standard_error       real,
    effective_n          real,
    lower                real,
    upper                real,
    method               text,
    level                real,
    population           integer,
    is_census            integer,
    no_figure_reason     text    not null,
    change_verdict       text    not null,
    change_against       integer, -- fiscal year compared with
    change_reason        text    not null,
    change_of_printed    text,
    change_of_exact      text,
    change_difference    real,
    change_lower         real,
    change_upper         real,
    change_p_value       real,
    target_text          text    not null,
    target_verdict       text    not null,
    file_name            text    not null,
    file_sha256          text    not null,
    snapshot_hash        text    not null,
    engine_version       text    not null,
    computed_at          text    not null,
    body                 text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, revision)
);

-- The revision in force of every indicator and wave.
create view actual_latest as
select * from actual a
where revision = (
    select max(b.revision) from actual b
    where b.indicator = a.indicator and b.survey = a.survey and b.fiscal_year = a.fiscal_year);

create trigger schema_version_no_update before update on schema_version begin select raise(abort, 'schema_version is append-only'); end;
create trigger schema_version_no_delete before delete on schema_version begin select raise(abort, 'schema_version is append-only'); end;
create trigger definition_no_update before update on definition begin select raise(abort, 'definition is append-only'); end;
create trigger definition_no_delete before delete on definition begin select raise(abort, 'definition is append-only'); end;
create trigger upload_no_update before update on upload begin select raise(abort, 'upload is append-only'); end;
create trigger upload_no_delete before delete on upload begin select raise(abort, 'upload is append-only'); end;
create trigger import_report_no_update before update on import_report begin select raise(abort, 'import_report is append-only'); end;
create trigger import_report_no_delete before delete on import_report begin select raise(abort, 'import_report is append-only'); end;
create trigger import_problem_no_update before update on import_problem begin select raise(abort, 'import_problem is append-only'); end;
create trigger import_problem_no_delete before delete on import_problem begin select raise(abort, 'import_problem is append-only'); end;
create trigger snapshot_no_update before update on snapshot begin select raise(abort, 'snapshot is append-only'); end;
create trigger snapshot_no_delete before delete on snapshot begin select raise(abort, 'snapshot is append-only'); end;
create trigger snapshot_column_no_update before update on snapshot_column begin select raise(abort, 'snapshot_column is append-only'); end;
create trigger snapshot_column_no_delete before delete on snapshot_column begin select raise(abort, 'snapshot_column is append-only'); end;
create trigger snapshot_chunk_no_update before update on snapshot_chunk begin select raise(abort, 'snapshot_chunk is append-only'); end;
create trigger snapshot_chunk_no_delete before delete on snapshot_chunk begin select raise(abort, 'snapshot_chunk is append-only'); end;
create trigger actual_no_update before update on actual begin select raise(abort, 'actual is append-only'); end;
create trigger actual_no_delete before delete on actual begin select raise(abort, 'actual is append-only'); end;
