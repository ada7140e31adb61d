select $a$ ; $b$ ; $$;
