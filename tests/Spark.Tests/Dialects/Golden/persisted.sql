-- DuckDB
SELECT t0.c0 AS "a", t0.c1 AS "b", t0.c2 AS "d", t0.c3 AS "ts", t0.c4 AS "arr", t0.c5 AS "m", t0.c6 AS "s" FROM rows_of_persisted AS t0 WHERE (t0.c0 > 1)

-- Spark
SELECT t0.c0 AS `a`, t0.c1 AS `b`, t0.c2 AS `d`, t0.c3 AS `ts`, t0.c4 AS `arr`, t0.c5 AS `m`, t0.c6 AS `s` FROM rows_of_persisted AS t0 WHERE (t0.c0 > 1)
