select E'a\';b' || e'\\';
select 'a\';
select E'a
\'', 'b;' ;
