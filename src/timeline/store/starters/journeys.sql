-- Journeys that took place, from country to country. What was only asked for, threatened,
-- offered or stopped is left out; a country is empty where it was not disclosed.
SELECT from_country_code, to_country_code, leg_kind, count(*) AS legs, count(DISTINCT person) AS people
FROM leg_overview
WHERE leg_status = 'travelled' AND from_country_code IS DISTINCT FROM to_country_code
GROUP BY ALL
ORDER BY legs DESC, from_country_code, to_country_code, leg_kind;
