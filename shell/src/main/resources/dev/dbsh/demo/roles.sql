-- The accounts of the staged shop; every one logs in with the password of the session setting.
do $$
declare
  account text;
begin
  foreach account in array array['shop', 'shop_app', 'reporting', 'warehouse', 'deploy', 'oncall'] loop
    execute format('create role %I login password %L', account, current_setting('demo.password'));
  end loop;
end $$;
grant shop to deploy;
grant pg_read_all_data to reporting;
grant pg_monitor, pg_read_all_data, pg_signal_backend to oncall;
-- The owner's rights to mend things, and the application's to roll back what it prepared.
grant shop, shop_app to oncall;
