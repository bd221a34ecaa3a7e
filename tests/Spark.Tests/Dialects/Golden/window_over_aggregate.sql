-- DuckDB
SELECT t0.b AS "b", CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) AS "s", CAST(rank() OVER (ORDER BY CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) DESC NULLS LAST) AS INTEGER) AS "rank() OVER (ORDER BY sum(d) DESC NULLS LAST)" FROM t AS t0 GROUP BY t0.b

-- Spark
SELECT t0.b AS `b`, sum(t0.d) AS `s`, rank() OVER (ORDER BY sum(t0.d) DESC NULLS LAST) AS `rank() OVER (ORDER BY sum(d) DESC NULLS LAST)` FROM t AS t0 GROUP BY t0.b
