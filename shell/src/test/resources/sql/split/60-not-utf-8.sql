select 1;
select 'Ã¤é';
select 2;
