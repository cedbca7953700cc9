-- One statement for each table of schema.sql, taking a row by the names of its columns.
INSERT INTO gpkg_spatial_ref_sys VALUES (:srs_name, :srs_id, :organization, :srs_id, :definition, NULL);
INSERT INTO gpkg_contents VALUES (:table_name, :data_type, :table_name, :description, :last_change, :min_x, :min_y, :max_x, :max_y, :srs_id);
INSERT INTO gpkg_geometry_columns VALUES (:table_name, 'geom', :geometry_type_name, :srs_id, 0, 0);
INSERT INTO places VALUES (NULL, :geom, :place_id, :name, :precision, :country_code, :region_code);
INSERT INTO events VALUES (NULL, :geom, :event_id, :case_id, :title, :summary, :people, :event_type, :date_edtf, :earliest, :latest, :date_words, :place_id, :place_name, :place_precision, :country_code, :region_code, :verification_status, :is_disputed, :independent_source_count, :note);
INSERT INTO legs VALUES (NULL, :geom, :leg_id, :event_id, :case_id, :person_id, :title, :took_place, :leg_status, :leg_kind, :leg_evidence, :sequence, :from_place_id, :to_place_id, :departure_edtf, :arrival_edtf, :earliest, :latest, :note);
INSERT INTO persons VALUES (NULL, :person_id, :name);
INSERT INTO cases VALUES (NULL, :case_id, :title, :summary, :state);
INSERT INTO claims VALUES (NULL, :claim_id, :event_id, :property, :value, :value_as_stated, :source_id, :locator, :basis, :is_shown, :is_disputed, :note);
INSERT INTO sources VALUES (NULL, :source_id, :title, :title_is_ours, :publisher, :source_kind, :published_edtf, :earliest, :latest, :language, :url, :derived_from, :note);
