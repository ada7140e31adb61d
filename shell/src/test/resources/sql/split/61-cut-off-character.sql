select 1;
select 'â‚