-- 改訂の鎖: one link per row of actual, in the order they were written. Rows older than this table are linked right
-- after this script, by the program, since SQL here knows no SHA-256.
create table actual_chain (
    sequence      integer not null primary key check (sequence >= 1), -- without gaps
    actual_id     integer not null unique references actual (id),
    previous_hash text    not null, -- hash of the link before; 64 zeros for the first
    hash          text    not null unique -- SHA-256 over previous_hash, a line feed and actual.body
);

-- 差異報告: what a recomputation gave where a confirmed revision stays in force.
create table difference_report (
    id          integer primary key,
    indicator   text    not null,
    survey      text    not null,
    fiscal_year integer not null,
    revision    integer not null, -- the confirmed one
    fingerprint text    not null, -- of the recomputed outcome
    confirmed   text, -- value as printed
    recomputed  text, -- value as printed
    cause       text    not null,
    found_at    text    not null,
    body        text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, revision, fingerprint),
    foreign key (indicator, survey, fiscal_year, revision) references actual (indicator, survey, fiscal_year, revision)
);

-- 訂正案: the last one of an indicator and wave counts, while its revision is the latest.
create table correction_proposal (
    id          integer primary key,
    indicator   text    not null,
    survey      text    not null,
    fiscal_year integer not null,
    number      integer not null check (number >= 1),
    revision    integer not null, -- the confirmed one that it corrects
    fingerprint text    not null, -- of the corrected outcome
    proposed_by text    not null,
    proposed_at text    not null,
    reason      text    not null,
    body        text    not null, -- canonical JSON
    unique (indicator, survey, fiscal_year, number),
    foreign key (indicator, survey, fiscal_year, revision) references actual (indicator, survey, fiscal_year, revision)
);

create trigger actual_confirmed_stays before insert on actual
when new.status = 'Preliminary' and exists (
    select 1 from actual
    where indicator = new.indicator and survey = new.survey and fiscal_year = new.fiscal_year and status <> 'Preliminary')
begin select raise(abort, 'a confirmed actual is not replaced by a preliminary one'); end;

create trigger actual_chain_no_update before update on actual_chain begin select raise(abort, 'actual_chain is append-only'); end;
create trigger actual_chain_no_delete before delete on actual_chain begin select raise(abort, 'actual_chain is append-only'); end;
create trigger difference_report_no_update before update on difference_report begin select raise(abort, 'difference_report is append-only'); end;
create trigger difference_report_no_delete before delete on difference_report begin select raise(abort, 'difference_report is append-only'); end;
create trigger correction_proposal_no_update before update on correction_proposal begin select raise(abort, 'correction_proposal is append-only'); end;
create trigger correction_proposal_no_delete before delete on correction_proposal begin select raise(abort, 'correction_proposal is append-only'); end;
