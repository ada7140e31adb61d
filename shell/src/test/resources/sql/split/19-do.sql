do $$ begin if not exists (select from pg_type where typname = 'mood') then null; end if; end $$;
alter type nosuch add value 'c' before 'd';
