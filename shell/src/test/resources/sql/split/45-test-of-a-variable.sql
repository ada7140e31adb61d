select :{?nosuch}, 1;
