-- it's
select 1; -- don't
/* "quoted ' */ select 2;
select 3 -- isn't
, 4 /* can't */ ;
