create function f() returns int language plpgsql as $outer$
begin
  execute $inner$ select 1; select 2; $inner$;
  return 1; -- $outer
end;
$outer$;
select $$;$$ || $a$ $b$ ; $A$ $$ ; $a$;
