-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", t0.d AS "d", t0.ts AS "ts", t0.arr AS "arr", t0.m AS "m", t0.s AS "s", t1.a AS "a", t1.b AS "b", t1.d AS "d", t1.ts AS "ts", t1.arr AS "arr", t1.m AS "m", t1.s AS "s" FROM t AS t0 JOIN t AS t1 ON (t0.a = t1.a)

-- Spark
SELECT t0.a AS `a`, t0.b AS `b`, t0.d AS `d`, t0.ts AS `ts`, t0.arr AS `arr`, t0.m AS `m`, t0.s AS `s`, t1.a AS `a`, t1.b AS `b`, t1.d AS `d`, t1.ts AS `ts`, t1.arr AS `arr`, t1.m AS `m`, t1.s AS `s` FROM t AS t0 JOIN t AS t1 ON (t0.a = t1.a)
