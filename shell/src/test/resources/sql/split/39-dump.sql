--
-- PostgreSQL database dump
--

-- Dumped from database version 15.4; by pg_dump

SET statement_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

--
-- Name: FUNCTION add(a integer); Type: COMMENT; Schema: public; Owner: -
--

CREATE FUNCTION public.add(a integer) RETURNS integer
    LANGUAGE sql
    AS $_$ select $1 + 1; $_$;


COMMENT ON FUNCTION public.add(a integer) IS 'adds; it''s simple \';

CREATE TABLE public."Order Lines" (
    id integer NOT NULL,
    note text DEFAULT 'a;b'::text -- why
);

--
-- Data for Name: Order Lines; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public."Order Lines" (id, note) FROM stdin;
1	\N
2	Schlüssel; € 5\nnext
\.


--
-- PostgreSQL database dump complete
--

