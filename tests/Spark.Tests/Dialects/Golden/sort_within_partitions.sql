-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", t0.d AS "d", t0.ts AS "ts", t0.arr AS "arr", t0.m AS "m", t0.s AS "s" FROM t AS t0 ORDER BY t0.a ASC NULLS FIRST

-- Spark
SELECT t0.a AS `a`, t0.b AS `b`, t0.d AS `d`, t0.ts AS `ts`, t0.arr AS `arr`, t0.m AS `m`, t0.s AS `s` FROM t AS t0 SORT BY t0.a ASC NULLS FIRST
