create rule r as on insert to nosuch do also (delete from a; delete from b where c = ')'; notify x);
select 1;
