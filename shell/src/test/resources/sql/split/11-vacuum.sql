vacuum (analyze) nosuch;
