begin work;
select 1;
end;
end transaction;
