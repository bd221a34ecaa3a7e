-- DuckDB
SELECT t1.c0 AS "h", (t1.c0 + CAST('1' AS DOUBLE)) AS "k" FROM (SELECT CAST(kernel[log2](CAST(kernel[cast](t0.d) AS DOUBLE)) AS DOUBLE) AS c0 FROM t AS t0) AS t1

-- Spark
SELECT t1.c0 AS `h`, (t1.c0 + 1D) AS `k` FROM (SELECT log2(CAST(t0.d AS DOUBLE)) AS c0 FROM t AS t0) AS t1
