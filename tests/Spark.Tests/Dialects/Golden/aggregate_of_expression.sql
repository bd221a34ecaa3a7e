-- DuckDB
SELECT t1.c0 AS "(a % 3)", CAST(kernel[fit_sum](CAST(sum((t1.c1 + 1)) AS DECIMAL(38,0))) AS BIGINT) AS "sum((a + 1))" FROM (SELECT CAST(kernel[kernel %](t0.a, 3) AS INTEGER) AS c0, t0.a AS c1 FROM t AS t0) AS t1 GROUP BY t1.c0

-- Spark
SELECT t1.c0 AS `(a % 3)`, sum((t1.c1 + 1)) AS `sum((a + 1))` FROM (SELECT (t0.a % 3) AS c0, t0.a AS c1 FROM t AS t0) AS t1 GROUP BY t1.c0
