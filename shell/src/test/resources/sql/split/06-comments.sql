/* outer /* inner ; */ still a comment ; */ select 1 /* ' */ ; -- ; '
-- ; "
select /*/ is it? */ 2 /* /* ; */ */ */ 3 ;
