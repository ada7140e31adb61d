create table c (a int, b text);
COPY c (a, "b") FROM STDIN WITH (FORMAT csv, HEADER); -- its data is below; really
a,b
1,"two
lines; 'and' a quote"
\.
