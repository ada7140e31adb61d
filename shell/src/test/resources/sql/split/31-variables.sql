select :nosuch, :'nosuch', :"nosuch";, a[:x;], :'it''s;', ::;
select ':a;' as ":b;", array[1,2,3][1:2];
