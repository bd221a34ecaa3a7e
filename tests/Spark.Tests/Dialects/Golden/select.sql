-- DuckDB
SELECT t0.a AS "a", t0.b AS "name", (t0.a + 1) AS "(a + 1)" FROM t AS t0 WHERE ((t0.d > CAST('0.00' AS DECIMAL(18,2))) AND (t0.b IS NOT NULL))

-- Spark
SELECT t0.a AS `a`, t0.b AS `name`, (t0.a + 1) AS `(a + 1)` FROM t AS t0 WHERE ((t0.d > CAST(0.00BD AS DECIMAL(18,2))) AND (t0.b IS NOT NULL))
