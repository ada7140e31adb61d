create function f(a int) returns int language sql begin atomic
  select case when a > 0 then 1 else (select case a when 0 then 2 end) end;
  select 3;
end;
select f(1);
