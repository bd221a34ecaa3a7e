-- Loads the four CSV files of the current folder into MariaDB 10.11 or later (mariadb --local-infile=1).
--
-- The database must have been created with CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin: strings then compare byte by byte and
-- trailing spaces count, so that 'PAID', 'paid' and 'PAID ' are three statuses.
--
-- An empty field is a null. Its length is looked at, because '' = ' ' would be true for a variable of a padded collation.

CREATE TABLE TREATMENT (
    ID           BIGINT        NULL,
    PROGRAM_ID   BIGINT        NULL,
    STATUS       VARCHAR(255)  NULL,
    TYPE         VARCHAR(255)  NULL,
    DATE_CREATED DATETIME      NULL
);

CREATE TABLE CLAIM (
    ID           BIGINT        NULL,
    TREATMENT_ID BIGINT        NULL,
    PROGRAM_ID   BIGINT        NULL,
    TYPE         VARCHAR(255)  NULL,
    STATUS       VARCHAR(255)  NULL,
    AMOUNT       DECIMAL(18,2) NULL,
    DATE_CREATED DATETIME      NULL
);

CREATE TABLE INVOICE (
    ID           BIGINT        NULL,
    TREATMENT_ID BIGINT        NULL,
    STATUS       VARCHAR(255)  NULL,
    DATE_CREATED DATETIME      NULL
);

CREATE TABLE INVOICE_ITEM (
    ID           BIGINT        NULL,
    INVOICE_ID   BIGINT        NULL,
    PRODUCT_ID   BIGINT        NULL,
    STATUS       VARCHAR(255)  NULL,
    AMOUNT       DECIMAL(18,2) NULL,
    DATE_CREATED DATETIME      NULL
);

LOAD DATA LOCAL INFILE 'TREATMENT.csv' INTO TABLE TREATMENT
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @program_id, @status, @type, @date_created)
SET ID           = IF(LENGTH(@id) = 0, NULL, @id),
    PROGRAM_ID   = IF(LENGTH(@program_id) = 0, NULL, @program_id),
    STATUS       = IF(LENGTH(@status) = 0, NULL, @status),
    TYPE         = IF(LENGTH(@type) = 0, NULL, @type),
    DATE_CREATED = IF(LENGTH(@date_created) = 0, NULL, @date_created);

LOAD DATA LOCAL INFILE 'CLAIM.csv' INTO TABLE CLAIM
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @treatment_id, @program_id, @type, @status, @amount, @date_created)
SET ID           = IF(LENGTH(@id) = 0, NULL, @id),
    TREATMENT_ID = IF(LENGTH(@treatment_id) = 0, NULL, @treatment_id),
    PROGRAM_ID   = IF(LENGTH(@program_id) = 0, NULL, @program_id),
    TYPE         = IF(LENGTH(@type) = 0, NULL, @type),
    STATUS       = IF(LENGTH(@status) = 0, NULL, @status),
    AMOUNT       = IF(LENGTH(@amount) = 0, NULL, @amount),
    DATE_CREATED = IF(LENGTH(@date_created) = 0, NULL, @date_created);

LOAD DATA LOCAL INFILE 'INVOICE.csv' INTO TABLE INVOICE
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @treatment_id, @status, @date_created)
SET ID           = IF(LENGTH(@id) = 0, NULL, @id),
    TREATMENT_ID = IF(LENGTH(@treatment_id) = 0, NULL, @treatment_id),
    STATUS       = IF(LENGTH(@status) = 0, NULL, @status),
    DATE_CREATED = IF(LENGTH(@date_created) = 0, NULL, @date_created);

LOAD DATA LOCAL INFILE 'INVOICE_ITEM.csv' INTO TABLE INVOICE_ITEM
CHARACTER SET utf8mb4
FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' ESCAPED BY '' LINES TERMINATED BY '\n' IGNORE 1 LINES
(@id, @invoice_id, @product_id, @status, @amount, @date_created)
SET ID           = IF(LENGTH(@id) = 0, NULL, @id),
    INVOICE_ID   = IF(LENGTH(@invoice_id) = 0, NULL, @invoice_id),
    PRODUCT_ID   = IF(LENGTH(@product_id) = 0, NULL, @product_id),
    STATUS       = IF(LENGTH(@status) = 0, NULL, @status),
    AMOUNT       = IF(LENGTH(@amount) = 0, NULL, @amount),
    DATE_CREATED = IF(LENGTH(@date_created) = 0, NULL, @date_created);
