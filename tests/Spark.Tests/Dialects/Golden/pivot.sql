-- DuckDB
SELECT t1.c0 AS "a", first(t1.c2) FILTER (WHERE (t1.c1 IS NOT DISTINCT FROM 'x')) AS "x", first(t1.c2) FILTER (WHERE (t1.c1 IS NOT DISTINCT FROM 'y')) AS "y" FROM (SELECT t0.a AS c0, t0.b AS c1, CAST(kernel[fit_sum](CAST(sum(t0.d) AS DECIMAL(38,2))) AS DECIMAL(28,2)) AS c2 FROM t AS t0 GROUP BY t0.a, t0.b) AS t1 GROUP BY t1.c0

-- Spark
SELECT t1.c0 AS `a`, first(t1.c2) FILTER (WHERE (t1.c1 <=> 'x')) AS `x`, first(t1.c2) FILTER (WHERE (t1.c1 <=> 'y')) AS `y` FROM (SELECT t0.a AS c0, t0.b AS c1, sum(t0.d) AS c2 FROM t AS t0 GROUP BY t0.a, t0.b) AS t1 GROUP BY t1.c0
