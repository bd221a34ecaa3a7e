-- DuckDB
SELECT t0.c0 AS "i", t0.c1 AS "s", t0.c2 AS "n" FROM (VALUES (1, 'x', CAST('1.50' AS DECIMAL(3,2))), (2, CAST(NULL AS VARCHAR), CAST('2.25' AS DECIMAL(3,2)))) AS t0(c0, c1, c2)

-- Spark
SELECT t0.c0 AS `i`, t0.c1 AS `s`, t0.c2 AS `n` FROM (VALUES (1, 'x', CAST(1.50BD AS DECIMAL(3,2))), (2, CAST(NULL AS STRING), CAST(2.25BD AS DECIMAL(3,2)))) AS t0(c0, c1, c2)
