-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", count(1) AS "count(1)" FROM t AS t0 GROUP BY GROUPING SETS ((t0.a, t0.b), (t0.a), ()) HAVING count(*) > 0

-- Spark
SELECT t0.a AS `a`, t0.b AS `b`, count(1) AS `count(1)` FROM t AS t0 GROUP BY GROUPING SETS ((t0.a, t0.b), (t0.a), ())
