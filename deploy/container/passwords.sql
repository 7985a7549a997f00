-- Gives the roles of roles.sql their passwords, from the environment (psql).
\getenv owner OWNER_PASSWORD
\getenv service SERVICE_PASSWORD
alter role surveycalc_owner password :'owner';
alter role surveycalc_service password :'service';
