-- DuckDB
SELECT t0.a AS "a", t0.b AS "b", CAST(GROUPING(t0.a) AS TINYINT) AS "grouping(a)", GROUPING(t0.a, t0.b) AS "grouping_id(a, b)", CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) AS "sum(d)" FROM t AS t0 GROUP BY GROUPING SETS ((t0.a, t0.b), (t0.a), ()) HAVING count(*) > 0

-- Spark
SELECT t0.a AS `a`, t0.b AS `b`, grouping(t0.a) AS `grouping(a)`, grouping_id(t0.a, t0.b) AS `grouping_id(a, b)`, sum(t0.d) AS `sum(d)` FROM t AS t0 GROUP BY GROUPING SETS ((t0.a, t0.b), (t0.a), ())
