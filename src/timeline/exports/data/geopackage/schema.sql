-- A GeoPackage (OGC 12-128r18) with three layers and four tables, empty.
PRAGMA application_id = 1196444487; -- "GPKG"
PRAGMA user_version = 10300;
PRAGMA page_size = 4096;

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL,
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents (table_name),
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    PRIMARY KEY (table_name, column_name)
);

CREATE TABLE places (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    place_id TEXT,
    name TEXT,
    precision TEXT,
    country_code TEXT,
    region_code TEXT
);
CREATE TABLE events (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    event_id TEXT,
    case_id TEXT,
    title TEXT,
    summary TEXT,
    people TEXT,
    event_type TEXT,
    date_edtf TEXT,
    earliest DATE,
    latest DATE,
    date_words TEXT,
    place_id TEXT,
    place_name TEXT,
    place_precision TEXT,
    country_code TEXT,
    region_code TEXT,
    verification_status TEXT,
    is_disputed BOOLEAN,
    independent_source_count INTEGER,
    note TEXT
);
CREATE TABLE legs (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom MULTILINESTRING,
    leg_id TEXT,
    event_id TEXT,
    case_id TEXT,
    person_id TEXT,
    title TEXT,
    took_place BOOLEAN,
    leg_status TEXT,
    leg_kind TEXT,
    leg_evidence TEXT,
    sequence INTEGER,
    from_place_id TEXT,
    to_place_id TEXT,
    departure_edtf TEXT,
    arrival_edtf TEXT,
    earliest DATE,
    latest DATE,
    note TEXT
);
CREATE TABLE persons (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id TEXT,
    name TEXT
);
CREATE TABLE cases (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    case_id TEXT,
    title TEXT,
    summary TEXT,
    state TEXT
);
CREATE TABLE claims (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    claim_id TEXT,
    event_id TEXT,
    property TEXT,
    value TEXT,
    value_as_stated TEXT,
    source_id TEXT,
    locator TEXT,
    basis TEXT,
    is_shown BOOLEAN,
    is_disputed BOOLEAN,
    note TEXT
);
CREATE TABLE sources (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    source_id TEXT,
    title TEXT,
    title_is_ours BOOLEAN,
    publisher TEXT,
    source_kind TEXT,
    published_edtf TEXT,
    earliest DATE,
    latest DATE,
    language TEXT,
    url TEXT,
    derived_from TEXT,
    note TEXT
);
