-- What other systems may read (外部システム向けの参照): the views of the schema surveycalc_api, and nothing else. Their names,
-- columns and meanings stay; what is new is added.

create schema if not exists surveycalc_api;

-- The actuals as they may be shown (秘匿): the rule of the program's one suppression gate, for figures of everybody, in SQL.
create view actual_shown as
with limits as (
    select key as survey, (body::jsonb ->> 'MinimumBase')::bigint as minimum_base
    from definition d
    where kind = 1 and version = (select max(version) from definition where kind = 1 and key = d.key)),
small as (
    select a.id, a.indicator, a.survey, a.fiscal_year, l.minimum_base
    from actual a join limits l on l.survey = a.survey
    where a.denominator < l.minimum_base)
select a.*, s.minimum_base as withheld_below,
       a.change_difference is not null and exists (
           select 1 from small e where e.indicator = a.indicator and e.survey = a.survey and e.fiscal_year = a.change_against) as withholds_change
from actual a left join small s on s.id = a.id;

create view surveycalc_api.indicator_actual as
select c.sequence, a.indicator, a.survey, a.fiscal_year, a.revision, a.status,
       case when a.withheld_below is null then a.printed end as value,
       case when a.withheld_below is null then a.exact end as exact,
       case when a.withheld_below is null then a.numerator end as numerator,
       case when a.withheld_below is null then a.denominator end as denominator,
       case when a.withheld_below is null then a.weighted_denominator end as weighted_denominator,
       case when a.withheld_below is null then a.standard_error end as standard_error,
       case when a.withheld_below is null then a.effective_n end as effective_n,
       case when a.withheld_below is null then a.lower end as lower,
       case when a.withheld_below is null then a.upper end as upper,
       case when a.withheld_below is null then a.method end as method,
       case when a.withheld_below is null then a.level end as level,
       case when a.withheld_below is null then a.population end as population,
       case when a.withheld_below is null then a.is_census end as is_census,
       case when a.withheld_below is null then a.no_figure_reason
            else '回答者が公表下限(' || a.withheld_below || '人)より少ないため公表しません。' end as no_figure_reason,
       a.target_text,
       case when a.withheld_below is null then a.target_verdict else 'NoFigure' end as target_verdict,
       a.file_name, a.file_sha256, a.snapshot_hash, a.engine_version, a.computed_at, a.fingerprint, c.hash
from actual_shown a join actual_chain c on c.actual_id = a.id;

create view surveycalc_api.indicator_actual_latest as
select * from surveycalc_api.indicator_actual a
where not exists (
    select 1 from actual b
    where b.indicator = a.indicator and b.survey = a.survey and b.fiscal_year = a.fiscal_year and b.revision > a.revision);

create view surveycalc_api.indicator_change as
select a.indicator, a.survey, a.fiscal_year, a.revision, a.change_against as against,
       case when a.withheld_below is null and not a.withholds_change then a.change_verdict else 'NotComparable' end as verdict,
       case when a.withheld_below is not null then '回答者が公表下限(' || a.withheld_below || '人)より少ないため公表しません。'
            when a.withholds_change then '前回の値を公表していないため、比較も公表しません。'
            else a.change_reason end as reason,
       case when a.withheld_below is null and not a.withholds_change then a.change_of_printed end as difference_of_printed,
       case when a.withheld_below is null and not a.withholds_change then a.change_of_exact end as difference_rounded,
       case when a.withheld_below is null and not a.withholds_change then a.change_difference end as difference,
       case when a.withheld_below is null and not a.withholds_change then a.change_lower end as lower,
       case when a.withheld_below is null and not a.withholds_change then a.change_upper end as upper,
       case when a.withheld_below is null and not a.withholds_change then a.change_p_value end as p_value
from actual_shown a
where not exists (
    select 1 from actual b
    where b.indicator = a.indicator and b.survey = a.survey and b.fiscal_year = a.fiscal_year and b.revision > a.revision);

create view surveycalc_api.import_report as
select u.survey, u.fiscal_year, u.id as upload_id,
       s.id = max(s.id) over (partition by u.survey, u.fiscal_year) as is_current,
       u.file_name, u.sha256, u.size, u.received_at, u.received_by,
       r.dialect, r.rows_in, r.accepted, r.rejected, r.excluded, r.errors, r.warnings, r.problem_counts::jsonb as problem_counts,
       s.content_hash as snapshot_hash
from upload u join import_report r on r.upload_id = u.id join snapshot s on s.upload_id = u.id;

-- A chunk is fetched once and the list of answers parsed once ("offset 0" keeps the planner from repeating them per row).
create view surveycalc_api.survey_answer as
select w.survey, w.fiscal_year, w.id as snapshot_id, k.chunk_no * 65536 + i + 1 as respondent, c.question, number as answer,
       entry ->> 'Role' as role, (entry ->> 'Choice')::int as choice,
       case when entry ? 'Marks' then array(select jsonb_array_elements_text(entry -> 'Marks')::int)
            when is_multiple and entry ->> 'Role' = 'Substantive' then '{}' end as marks,
       coalesce((entry ->> 'Number')::numeric, case when is_numeric and entry ->> 'Role' = 'Substantive' then 0 end) as number
from (
    select distinct on (u.survey, u.fiscal_year) u.survey, u.fiscal_year, s.id
    from snapshot s join upload u on u.id = s.upload_id
    order by u.survey, u.fiscal_year, s.id desc) w
join snapshot_column c on c.snapshot_id = w.id and c.kind = 'answers'
cross join lateral (
    select list, jsonb_path_exists(list, '$[*].Marks') as is_multiple, jsonb_path_exists(list, '$[*].Number') as is_numeric
    from (select c.answers::jsonb as list) parsed offset 0) answers
join snapshot_chunk k on k.snapshot_id = c.snapshot_id and k.column_no = c.column_no
cross join lateral (select k.data || ''::bytea as bytes offset 0) chunk
cross join lateral generate_series(0, length(bytes) / c.width - 1) i
cross join lateral (
    select case c.width
        when 1 then get_byte(bytes, i::int)
        when 2 then get_byte(bytes, 2 * i::int) + 256 * get_byte(bytes, 2 * i::int + 1)
        else get_byte(bytes, 4 * i::int) + 256 * get_byte(bytes, 4 * i::int + 1)
           + 65536 * get_byte(bytes, 4 * i::int + 2) + 16777216 * get_byte(bytes, 4 * i::int + 3)
        end as number) numbered
cross join lateral (select list -> number as entry) answered;

comment on schema surveycalc_api is 'SurveyCalc が外部のシステムと分析者に公開するビュー。読み取り専用。列の名前と意味は変えない。';

comment on view surveycalc_api.indicator_actual is '成果指標の実績。改訂の1件が1行で、すべての改訂を残す。公表下限より少ない回答者の値は、理由だけを示す。';
comment on column surveycalc_api.indicator_actual.sequence is '改訂の通し番号。1から、欠番なし。差分の取得に使う。';
comment on column surveycalc_api.indicator_actual.indicator is '指標コード。';
comment on column surveycalc_api.indicator_actual.survey is '調査の名前。';
comment on column surveycalc_api.indicator_actual.fiscal_year is '年度(4月1日の西暦年)。';
comment on column surveycalc_api.indicator_actual.revision is '指標と年度ごとの版。1から。最も大きい版が有効。';
comment on column surveycalc_api.indicator_actual.status is 'Preliminary = 速報、Final = 確定、Corrected = 訂正。';
comment on column surveycalc_api.indicator_actual.value is '実績値。指標の単位で四捨五入した表示値(割合は百分率)。値がないときは null で、理由は no_figure_reason。';
comment on column surveycalc_api.indicator_actual.exact is '四捨五入の前の実績値。単位は value と同じ。';
comment on column surveycalc_api.indicator_actual.numerator is '分子の回答者数(ウエイトなし)。平均の指標では、0でない得点の回答者数。';
comment on column surveycalc_api.indicator_actual.denominator is '分母の回答者数 n(ウエイトなし)。';
comment on column surveycalc_api.indicator_actual.weighted_denominator is '分母のウエイトの合計。ウエイトがなければ denominator と同じ。';
comment on column surveycalc_api.indicator_actual.standard_error is '標準誤差。単位は value と同じ。推定できないときは null。';
comment on column surveycalc_api.indicator_actual.effective_n is '有効標本サイズ。全数調査では null。';
comment on column surveycalc_api.indicator_actual.lower is '信頼区間の下限。単位は value と同じ。';
comment on column surveycalc_api.indicator_actual.upper is '信頼区間の上限。単位は value と同じ。';
comment on column surveycalc_api.indicator_actual.method is '信頼区間の方法。';
comment on column surveycalc_api.indicator_actual.level is '信頼水準(0から1)。';
comment on column surveycalc_api.indicator_actual.population is '母集団の人数。分からないときは null。';
comment on column surveycalc_api.indicator_actual.is_census is '母集団の全員が答えた場合に true(標本誤差がない)。';
comment on column surveycalc_api.indicator_actual.no_figure_reason is '値がない、または公表しない理由。値があるときは空。';
comment on column surveycalc_api.indicator_actual.target_text is '計画値(計画書の表記のまま)。なければ空。';
comment on column surveycalc_api.indicator_actual.target_verdict is '計画値との比較。Achieved = 達成、Missed = 未達、Undecided = 判定できない、NoTarget = 計画値なし、NoFigure = 実績なし。';
comment on column surveycalc_api.indicator_actual.file_name is '元の回答ファイルの名前。';
comment on column surveycalc_api.indicator_actual.file_sha256 is '元の回答ファイルの SHA-256。';
comment on column surveycalc_api.indicator_actual.snapshot_hash is '計算に使った回答の内容のハッシュ値。';
comment on column surveycalc_api.indicator_actual.engine_version is '計算したプログラムの版。';
comment on column surveycalc_api.indicator_actual.computed_at is '計算した日時。';
comment on column surveycalc_api.indicator_actual.fingerprint is '計算の入力すべてのハッシュ値。同じなら結果も同じ。';
comment on column surveycalc_api.indicator_actual.hash is '改訂の鎖のハッシュ値。配信の通知の番号と同じ。';

comment on view surveycalc_api.indicator_actual_latest is '成果指標の実績のうち、指標と年度ごとに有効な版。列は indicator_actual と同じ。';
do $$
declare described record;
begin
    for described in
        select attname, col_description(attrelid, attnum) as words from pg_attribute
        where attrelid = 'surveycalc_api.indicator_actual'::regclass and attnum > 0
    loop
        execute format('comment on column surveycalc_api.indicator_actual_latest.%I is %L', described.attname, described.words);
    end loop;
end $$;

comment on view surveycalc_api.indicator_change is '有効な版の、前回からの変化(前回差)。割合の指標では単位はポイント。';
comment on column surveycalc_api.indicator_change.indicator is '指標コード。';
comment on column surveycalc_api.indicator_change.survey is '調査の名前。';
comment on column surveycalc_api.indicator_change.fiscal_year is '年度(4月1日の西暦年)。';
comment on column surveycalc_api.indicator_change.revision is '実績の版。';
comment on column surveycalc_api.indicator_change.against is '比べた年度。前回がなければ null。';
comment on column surveycalc_api.indicator_change.verdict is 'Rose = 上昇、Fell = 低下、NotShown = 差があるとはいえない、NotComparable = 比較できない、NoEarlierWave = 前回なし。';
comment on column surveycalc_api.indicator_change.reason is '比較できない、または公表しない理由。比較したときは空。';
comment on column surveycalc_api.indicator_change.difference_of_printed is '表示値どうしの差。';
comment on column surveycalc_api.indicator_change.difference_rounded is '正確な差を一度だけ四捨五入した値。';
comment on column surveycalc_api.indicator_change.difference is '四捨五入の前の差。';
comment on column surveycalc_api.indicator_change.lower is '差の信頼区間の下限。';
comment on column surveycalc_api.indicator_change.upper is '差の信頼区間の上限。';
comment on column surveycalc_api.indicator_change.p_value is '差の検定の両側 p 値。多重比較の補正をしていない。';

comment on view surveycalc_api.import_report is '受け付けた回答ファイルと、その取込結果。rows_in = accepted + rejected + excluded。';
comment on column surveycalc_api.import_report.survey is '調査の名前。';
comment on column surveycalc_api.import_report.fiscal_year is '年度(4月1日の西暦年)。';
comment on column surveycalc_api.import_report.upload_id is '受付の番号。';
comment on column surveycalc_api.import_report.is_current is 'その調査回で今使われているファイルなら true。';
comment on column surveycalc_api.import_report.file_name is '送られた時のファイル名。';
comment on column surveycalc_api.import_report.sha256 is 'ファイルの SHA-256。';
comment on column surveycalc_api.import_report.size is 'ファイルの大きさ(バイト)。';
comment on column surveycalc_api.import_report.received_at is '受け付けた日時。';
comment on column surveycalc_api.import_report.received_by is '受け付けた人、または送ったシステム。';
comment on column surveycalc_api.import_report.dialect is '読み方(文字コード、区切り、見出しの行数)。';
comment on column surveycalc_api.import_report.rows_in is '見出しの後の、空でない行の数。';
comment on column surveycalc_api.import_report.accepted is '取り込んだ回答者の数。';
comment on column surveycalc_api.import_report.rejected is '誤りのため、決められた扱いで外した行の数。';
comment on column surveycalc_api.import_report.excluded is '規則で外した行の数(行の条件、合計行、注記)。';
comment on column surveycalc_api.import_report.errors is '誤りの数。取り込んだファイルでは0。';
comment on column surveycalc_api.import_report.warnings is '注意の数。';
comment on column surveycalc_api.import_report.problem_counts is '問題点の符号(SC-I…)ごとの数。';
comment on column surveycalc_api.import_report.snapshot_hash is '確定した回答の内容のハッシュ値。indicator_actual.snapshot_hash と対応する。';

comment on view surveycalc_api.survey_answer is '有効な回答の個票。回答者と設問の組が1行。回答者番号と自由記述は含まない。公表下限はかからないので、集計して公表するときは秘匿を確かめる。';
comment on column surveycalc_api.survey_answer.survey is '調査の名前。';
comment on column surveycalc_api.survey_answer.fiscal_year is '年度(4月1日の西暦年)。';
comment on column surveycalc_api.survey_answer.snapshot_id is '確定した回答の番号。取り込み直すと変わる。';
comment on column surveycalc_api.survey_answer.respondent is 'その中での回答者の位置。1から。回答者番号ではない。';
comment on column surveycalc_api.survey_answer.question is '設問。';
comment on column surveycalc_api.survey_answer.answer is '設問ごとの、異なる回答の番号。0から。';
comment on column surveycalc_api.survey_answer.role is '回答の区分。Substantive = 有効、NoAnswer = 無回答、DontKnow = わからない、NotApplicable = 非該当、Invalid = 無効。';
comment on column surveycalc_api.survey_answer.choice is '単一回答で選んだ選択肢の、符号表での位置。0から。単一回答でなければ null。';
comment on column surveycalc_api.survey_answer.marks is '複数回答で選んだ選択肢の、符号表での位置。0から。どれも選ばない回答は空の配列、複数回答でなければ null。';
comment on column surveycalc_api.survey_answer.number is '数値の回答。数値の設問でなければ null。全員が0と答えた設問(または全員がどれも選ばない複数回答)では、number も marks も null。';
