select 'a\', 'b';
set standard_conforming_strings = off;
select 'a\';b', n'\'', E'\'';
reset standard_conforming_strings;
select 'a\'; select 'b';
