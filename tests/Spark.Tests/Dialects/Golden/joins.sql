-- DuckDB
SELECT t0.a AS "a", t1.b AS "b" FROM t AS t0 JOIN u AS t1 ON (t0.a = t1.a) LEFT JOIN t AS t2 ON (t2.a = t1.a) RIGHT JOIN u AS t3 ON (t3.a = t2.a) FULL JOIN u AS t4 ON (t4.a = t3.a) CROSS JOIN u AS t5

-- Spark
SELECT t0.a AS `a`, t1.b AS `b` FROM t AS t0 JOIN u AS t1 ON (t0.a = t1.a) LEFT JOIN t AS t2 ON (t2.a = t1.a) RIGHT JOIN u AS t3 ON (t3.a = t2.a) FULL JOIN u AS t4 ON (t4.a = t3.a) CROSS JOIN u AS t5
