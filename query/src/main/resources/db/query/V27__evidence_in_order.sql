-- Which engagements are evidence of an action of the strategy, as of a day, page by page in their order: from the index alone.

DROP INDEX query.evaluated_fact_side_kind_detail_recorded_day_engagement_id_idx;
CREATE INDEX ON query.evaluated_fact (side, kind, detail, engagement_id, recorded_day);
