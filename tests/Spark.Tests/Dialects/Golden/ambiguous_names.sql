-- DuckDB
SELECT t0.b AS "b", t1.b AS "b" FROM t AS t0 JOIN u AS t1 ON (t0.a = t1.a) WHERE (t0.b = t1.b)

-- Spark
SELECT t0.b AS `b`, t1.b AS `b` FROM t AS t0 JOIN u AS t1 ON (t0.a = t1.a) WHERE (t0.b = t1.b)
