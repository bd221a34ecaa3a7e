-- DuckDB
SELECT t1.c0 AS "a", t1.c1 AS "b", t1.c2 AS "d", t1.c3 AS "ts", t1.c4 AS "arr", t1.c5 AS "m", t1.c6 AS "s" FROM (SELECT *, (hash(row_number() OVER (), 42) >> 11) / 9007199254740992::DOUBLE AS draw FROM (SELECT t0.a AS c0, t0.b AS c1, t0.d AS c2, t0.ts AS c3, t0.arr AS c4, t0.m AS c5, t0.s AS c6 FROM t AS t0) AS t1) AS t1 WHERE (t1.draw >= 0 AND t1.draw < 0.25)

-- Spark
SELECT t1.c0 AS `a`, t1.c1 AS `b`, t1.c2 AS `d`, t1.c3 AS `ts`, t1.c4 AS `arr`, t1.c5 AS `m`, t1.c6 AS `s` FROM (SELECT *, rand(42) AS draw FROM (SELECT t0.a AS c0, t0.b AS c1, t0.d AS c2, t0.ts AS c3, t0.arr AS c4, t0.m AS c5, t0.s AS c6 FROM t AS t0) AS t1) AS t1 WHERE (t1.draw >= 0 AND t1.draw < 0.25)
