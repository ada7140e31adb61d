alter type nosuch add value if not exists 'a;b';
