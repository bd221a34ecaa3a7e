-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", t0.d AS "d", t0.ts AS "ts", t0.arr AS "arr", t0.m AS "m", t0.s AS "s" FROM t AS t0 SEMI JOIN u AS t1 ON (t0.a = t1.a) ANTI JOIN u AS t2 ON (t0.a = t2.a)

-- Spark
SELECT t0.a AS `a`, t0.b AS `b`, t0.d AS `d`, t0.ts AS `ts`, t0.arr AS `arr`, t0.m AS `m`, t0.s AS `s` FROM t AS t0 LEFT SEMI JOIN u AS t1 ON (t0.a = t1.a) LEFT ANTI JOIN u AS t2 ON (t0.a = t2.a)
