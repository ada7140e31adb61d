begin;
create table t (a int);
commit;
