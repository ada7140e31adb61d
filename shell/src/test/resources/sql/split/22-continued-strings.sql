select 'a'
  'b;'
	-- a comment with ' and ;
  'c', E'd'
  -- again
  '\\', 'e' 'f';
select 'a' -- b
'c';
select 'a' /* no; */ 'b';
select "a"
"b;" from nosuch;
