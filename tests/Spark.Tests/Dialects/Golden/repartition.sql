-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", t0.d AS "d", t0.ts AS "ts", t0.arr AS "arr", t0.m AS "m", t0.s AS "s" FROM t AS t0

-- Spark
SELECT /*+ REPARTITION(8, t0.a) */ t0.a AS `a`, t0.b AS `b`, t0.d AS `d`, t0.ts AS `ts`, t0.arr AS `arr`, t0.m AS `m`, t0.s AS `s` FROM t AS t0
