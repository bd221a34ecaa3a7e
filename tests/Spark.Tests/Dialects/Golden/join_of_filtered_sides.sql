-- DuckDB
SELECT t1.c0 AS "a" FROM (SELECT t0.a AS c0 FROM t AS t0 WHERE (t0.a > 1)) AS t1 JOIN (SELECT t2.a AS c1 FROM u AS t2 WHERE (t2.c < CAST(3 AS BIGINT))) AS t3 ON (t1.c0 = t3.c1)

-- Spark
SELECT t1.c0 AS `a` FROM (SELECT t0.a AS c0 FROM t AS t0 WHERE (t0.a > 1)) AS t1 JOIN (SELECT t2.a AS c1 FROM u AS t2 WHERE (t2.c < 3L)) AS t3 ON (t1.c0 = t3.c1)
