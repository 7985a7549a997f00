-- Roles and grants (役割と権限). Run by a superuser of the server (such as postgres), as often as you like: once before the first
-- `migrate`, and again after every `migrate`, which may have made new tables, and after every restore.
--
--   psql -d surveycalc -f roles.sql
--
--   surveycalc_owner    owns the schema; `migrate` and `copy-store` connect as it, nothing else does
--   surveycalc_service  `serve` and the commands: reads, adds, changes what is operational; alters and deletes nothing
--   surveycalc_read     other systems and analysts: the views of the schema surveycalc_api, and nothing else
--
-- The roles may log in, but have no password yet: give each one with \password. All workers log in as the same role, since
-- one of them ends the session of another that was frozen while it wrote.

do $$
declare
    role_name text;
    table_name text;
    owned record;
begin
    foreach role_name in array array['surveycalc_owner', 'surveycalc_service', 'surveycalc_read'] loop
        if not exists (select 1 from pg_roles where rolname = role_name) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole', role_name);
        end if;
        execute format('grant connect on database %I to %I', current_database(), role_name);
    end loop;
    execute format('revoke all on database %I from public', current_database());
    execute format('grant create on database %I to surveycalc_owner', current_database());

    create schema if not exists surveycalc;
    create schema if not exists surveycalc_api;
    alter schema surveycalc owner to surveycalc_owner;
    alter schema surveycalc_api owner to surveycalc_owner;
    revoke all on schema public, surveycalc, surveycalc_api from public;

    -- The scheduler keeps tables of its own, which the service creates and alters.
    create schema if not exists surveycalc_schedule;
    alter schema surveycalc_schedule owner to surveycalc_service;
    revoke all on schema surveycalc_schedule from public;

    -- What somebody else made, such as an administrator who restored a backup, goes to the role it belongs to.
    for owned in
        select o.* from (
            select c.oid::regclass as name, case when c.relkind = 'v' then 'view' else 'table' end as kind, c.relowner::regrole::text as present,
                   case when n.nspname = 'surveycalc_schedule' then 'surveycalc_service' else 'surveycalc_owner' end as owner
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('surveycalc', 'surveycalc_api', 'surveycalc_schedule') and c.relkind in ('r', 'v')) o
        where o.present <> o.owner
    loop
        execute format('alter %s %s owner to %I', owned.kind, owned.name, owned.owner);
    end loop;
    for owned in select oid::regprocedure as name from pg_proc where pronamespace = 'surveycalc'::regnamespace loop
        execute format('alter function %s owner to surveycalc_owner', owned.name);
    end loop;

    grant usage on schema surveycalc to surveycalc_service;
    revoke all on all tables in schema surveycalc from surveycalc_service;
    grant select, insert on all tables in schema surveycalc to surveycalc_service;

    -- Operational rows change as the work goes on; facts never do, and the triggers refuse it even to the owner.
    foreach table_name in array array['run', 'api_key', 'account', 'delivery_destination', 'delivery_aside'] loop
        if to_regclass('surveycalc.' || table_name) is not null then
            execute format('grant update on surveycalc.%I to surveycalc_service', table_name);
        end if;
    end loop;
    if to_regclass('surveycalc.schema_version') is not null then
        revoke insert on surveycalc.schema_version from surveycalc_service;
    end if;

    grant usage on schema surveycalc_api to surveycalc_read;
    grant select on all tables in schema surveycalc_api to surveycalc_read;
    alter default privileges for role surveycalc_owner in schema surveycalc_api grant select on tables to surveycalc_read;
end $$;
