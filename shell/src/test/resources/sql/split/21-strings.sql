select 'a;''b', E'a;\'b', e'\\', U&'a;\0041', u&"a;""b" as u, "x;""y", B'01;', b'''', x'ff;', X';', N'a;', n''';'
, $$a;b$$, $tag$a;$$b$tag$, $ä$;$ä$;
select name'a\', n 'b', U & ';', ue';' , be';', _e'\';';
