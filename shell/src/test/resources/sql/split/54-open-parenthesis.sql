select 1;
  select (2, (3);
select 4;
