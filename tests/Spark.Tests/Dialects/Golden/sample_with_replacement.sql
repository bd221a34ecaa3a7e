-- DuckDB
refused: Sampling with replacement is not supported here: the embedded engine draws each row at most once; sample without replacement.

-- Spark
SELECT t1.c0 AS `a`, t1.c1 AS `b`, t1.c2 AS `d`, t1.c3 AS `ts`, t1.c4 AS `arr`, t1.c5 AS `m`, t1.c6 AS `s` FROM (SELECT t0.a AS c0, t0.b AS c1, t0.d AS c2, t0.ts AS c3, t0.arr AS c4, t0.m AS c5, t0.s AS c6 FROM t AS t0) TABLESAMPLE (25 PERCENT) REPEATABLE (42) AS t1
