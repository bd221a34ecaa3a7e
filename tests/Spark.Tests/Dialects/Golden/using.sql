-- DuckDB
SELECT coalesce(t0.a, t1.a) AS "a", t0.b AS "b", t1.c AS "c" FROM t AS t0 FULL JOIN u AS t1 ON (t0.a = t1.a)

-- Spark
SELECT coalesce(t0.a, t1.a) AS `a`, t0.b AS `b`, t1.c AS `c` FROM t AS t0 FULL JOIN u AS t1 ON (t0.a = t1.a)
