-- The visits job in plain SQL for MariaDB 10.11 or later, run in the folder of the CSV files (mariadb --local-infile=1).
-- Per date the number of visits, and the mean of this and the previous date that has any; none before the first.

CREATE TABLE VISIT (visit_date DATE NOT NULL);

LOAD DATA LOCAL INFILE '2024-02.csv' INTO TABLE VISIT
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @first_name, @last_name, @age, @gender, visit_date);

LOAD DATA LOCAL INFILE '2024-03.csv' INTO TABLE VISIT
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @first_name, @last_name, @age, @gender, visit_date);

CREATE TABLE daily_visits AS
SELECT visit_date, visitors, CAST((visitors + LAG(visitors) OVER (ORDER BY visit_date)) / 2 AS DOUBLE) AS observed
FROM (SELECT visit_date, COUNT(*) AS visitors FROM VISIT GROUP BY visit_date) days
ORDER BY visit_date;
