-- DuckDB
SELECT DISTINCT ON (t0.b) t0.a AS "a", t0.b AS "b", t0.d AS "d", t0.ts AS "ts", t0.arr AS "arr", t0.m AS "m", t0.s AS "s" FROM t AS t0

-- Spark
SELECT first(t1.c0) AS `a`, t1.c1 AS `b`, first(t1.c2) AS `d`, first(t1.c3) AS `ts`, first(t1.c4) AS `arr`, first(t1.c5) AS `m`, first(t1.c6) AS `s` FROM (SELECT t0.a AS c0, t0.b AS c1, t0.d AS c2, t0.ts AS c3, t0.arr AS c4, t0.m AS c5, t0.s AS c6 FROM t AS t0) AS t1 GROUP BY t1.c1
