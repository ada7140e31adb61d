# SPDX-License-Identifier: Apache-2.0
"""Writes a file of SQL like those that people have: dumps, migrations, seeds. Argument: its size in megabytes."""

import itertools
import sys

TABLE = """--
-- Name: orders_{0}; Type: TABLE; Schema: public; Owner: shop
--

CREATE TABLE public.orders_{0} (
    id bigint DEFAULT nextval('public.orders_{0}_id_seq'::regclass) NOT NULL, -- it's the key
    customer_id bigint NOT NULL,
    total numeric(12,2) DEFAULT 0.00 NOT NULL,
    "Delivery Note" text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT total_is_positive_{0} CHECK ((total >= (0)::numeric))
);


ALTER TABLE public.orders_{0} OWNER TO shop;

"""

BODY = """/* moves what is paid; /* nested: */ see the runbook */
CREATE OR REPLACE FUNCTION public.settle_{0}(wanted bigint) RETURNS void
    LANGUAGE plpgsql
    AS $body$
DECLARE
    line record;
BEGIN
    FOR line IN SELECT * FROM public.orders_{0} WHERE customer_id = wanted LOOP
        IF line.total > 0 THEN
            UPDATE public.orders_{0} SET total = 0 WHERE id = line.id;
            RAISE NOTICE 'settled %: it''s $1 less; $$', line.id;
        END IF;
    END LOOP;
END;
$body$;

CREATE FUNCTION public.net_{0}(gross numeric) RETURNS numeric
    BEGIN ATOMIC
        SELECT CASE WHEN gross > 100 THEN gross / 1.19 ELSE gross END;
    END;

"""

INSERT = """INSERT INTO public.orders_{0} (id, customer_id, total, "Delivery Note", created_at) VALUES
    ({1}, {2}, {3}.50, 'leave it at the neighbour''s; ring twice', '2026-03-{4:02} 10:11:12+00');
"""

UPDATE = """UPDATE public.orders_{0} SET total = total * 1.05, "Delivery Note" = E'second\\nline' || $q$ for 5 € $q$
 WHERE id = {1} AND created_at < now() - interval '3 days' AND total <> {3};
"""

COPY = "COPY public.orders_{0} (id, customer_id, total, \"Delivery Note\", created_at) FROM stdin;\n"
ROW = "{1}\t{2}\t{3}.90\tZürich; Bahnhofstraße 1\\tback door\t2026-03-{4:02} 10:11:12+00\n"


def part(number):
    yield TABLE.format(number)
    yield BODY.format(number)
    for row in range(400):
        values = number, number * 1000 + row, row * 7919 % 10007, row % 250, row % 28 + 1
        yield (UPDATE if row % 4 == 3 else INSERT).format(*values)
    yield COPY.format(number)
    for row in range(600):
        yield ROW.format(number, number * 1000 + row, row * 7919 % 10007, row % 250, row % 28 + 1)
    yield "\\.\n\n"


def main():
    wanted = int(sys.argv[1]) * 1_000_000
    written = 0
    for number in itertools.count(1):
        text = "".join(part(number)).encode()
        sys.stdout.buffer.write(text)
        written += len(text)
        if written >= wanted:
            return


main()
