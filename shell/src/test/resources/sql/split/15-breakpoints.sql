create table a (id int);
--> statement-breakpoint
create table b (id int);--> statement-breakpoint
-- --> statement-breakpoint
create table c (
  id int --> statement-breakpoint
);
