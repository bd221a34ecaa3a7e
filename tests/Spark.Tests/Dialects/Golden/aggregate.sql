-- DuckDB
SELECT t0.b AS "b", count(1) AS "count(1)", CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) AS "sum(d)", CAST(kernel[mean_of_sum](CAST(sum(t0.d) AS DECIMAL(38,2)), count(t0.d)) AS DECIMAL(22,6)) AS "avg(d)", max(t0.a) FILTER (WHERE (t0.a > 0)) AS "max(a) FILTER (WHERE (a > 0))", count(DISTINCT t0.a) AS "count(DISTINCT a)" FROM t AS t0 GROUP BY t0.b HAVING (CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) > CAST('10.00' AS DECIMAL(28,2)))

-- Spark
SELECT t0.b AS `b`, count(1) AS `count(1)`, sum(t0.d) AS `sum(d)`, avg(t0.d) AS `avg(d)`, max(t0.a) FILTER (WHERE (t0.a > 0)) AS `max(a) FILTER (WHERE (a > 0))`, count(DISTINCT t0.a) AS `count(DISTINCT a)` FROM t AS t0 GROUP BY t0.b HAVING (sum(t0.d) > CAST(10.00BD AS DECIMAL(28,2)))
